import { expect, it } from 'vitest'
import { createLine } from './line'

const never = new AbortController().signal

/** Work that lasts until it is told to end, or to fail. */
function openWork() {
  let end: () => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { run: () => ended, end, fail }
}

it('lets through as many at once as there are places, in the order they came', async () => {
  const line = createLine(2)
  const begun: number[] = []
  const works = [1, 2, 3, 4, 5].map((name) => {
    const work = openWork()
    const run = () => {
      begun.push(name)
      return work.run()
    }
    return { ...work, passed: line.pass({ signal: never, run }) }
  })
  const mayBegin = [3, 4, 5, 5, 5]
  for (const [at, { end, passed }] of works.entries()) {
    end()
    await passed
    await Promise.resolve()
    expect(begun).toEqual([1, 2, 3, 4, 5].slice(0, mayBegin[at]))
  }
})

it('whoever gives up waiting gives its turn to the next, and a failure frees its place', async () => {
  const line = createLine(1)
  const giving = new AbortController()
  const breaking = openWork()
  const first = line.pass({ signal: never, run: breaking.run })
  const second = line.pass({ signal: giving.signal, run: async () => 'second' })
  const third = line.pass({ signal: never, run: async () => 'third' })
  giving.abort(new Error('given up'))
  await expect(second).rejects.toThrow('given up')
  breaking.fail(new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  expect(await third).toBe('third')
})
