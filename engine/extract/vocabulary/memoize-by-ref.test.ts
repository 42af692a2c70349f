import { expect, it } from 'vitest'
import { oncePer } from './memoize-by-ref'

it('is worked out once for each thing, also when the answer is null', () => {
  const asked: object[] = []
  const answerOf = oncePer((thing: object) => {
    asked.push(thing)
    return null
  })
  const [one, other] = [{}, {}]
  expect([answerOf(one), answerOf(one), answerOf(other)]).toEqual([null, null, null])
  expect(asked).toEqual([one, other])
})
