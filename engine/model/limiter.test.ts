import { expect, it } from 'vitest'
import { createLimiter } from './limiter'

const never = new AbortController().signal

/** Work that lasts until it is told to end, or to fail. */
function openWork() {
  let end: () => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { task: () => ended, end, fail }
}

it('lets through as many at once as there are places, in the order they came', async () => {
  const limiter = createLimiter(2)
  const begun: number[] = []
  const works = [1, 2, 3, 4, 5].map((name) => {
    const work = openWork()
    const task = () => {
      begun.push(name)
      return work.task()
    }
    return { ...work, passed: limiter.run({ signal: never, task }) }
  })
  const mayBegin = [3, 4, 5, 5, 5]
  for (const [at, { end, passed }] of works.entries()) {
    end()
    await passed
    await Promise.resolve()
    expect(begun).toEqual([1, 2, 3, 4, 5].slice(0, mayBegin[at]))
  }
})

it('a task that gives up waiting lets the next one pass, and a failure frees its place', async () => {
  const limiter = createLimiter(1)
  const giving = new AbortController()
  const breaking = openWork()
  const first = limiter.run({ signal: never, task: breaking.task })
  const second = limiter.run({ signal: giving.signal, task: async () => 'second' })
  const third = limiter.run({ signal: never, task: async () => 'third' })
  giving.abort(new Error('given up'))
  await expect(second).rejects.toThrow('given up')
  breaking.fail(new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  expect(await third).toBe('third')
})
