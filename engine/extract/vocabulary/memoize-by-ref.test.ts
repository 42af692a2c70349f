import { expect, it } from 'vitest'
import { memoizeByRef, memoizeByText } from './memoize-by-ref'

it('is worked out once for each thing, also when the answer is null', () => {
  const asked: object[] = []
  const answerOf = memoizeByRef((thing: object) => {
    asked.push(thing)
    return null
  })
  const [one, other] = [{}, {}]
  expect([answerOf(one), answerOf(one), answerOf(other)]).toEqual([null, null, null])
  expect(asked).toEqual([one, other])
})

it('is worked out once for each text, and again after more texts than are kept', () => {
  const asked: string[] = []
  const lengthOf = memoizeByText(
    (text) => {
      asked.push(text)
      return text.length
    },
    { most: 2 },
  )
  expect(['a', 'bc', 'a', 'def', 'a'].map(lengthOf)).toEqual([1, 2, 1, 3, 1])
  expect(asked).toEqual(['a', 'bc', 'def', 'a'])
})
