import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createLine } from './line'

const never = new AbortController().signal

it('lets through as many at once as there are places, in the order they came', async () => {
  const line = createLine(2)
  let atOnce = 0
  let most = 0
  const ended: number[] = []
  const one = (name: number) =>
    line.pass({
      signal: never,
      run: async () => {
        atOnce += 1
        most = Math.max(most, atOnce)
        await sleep(5)
        atOnce -= 1
        ended.push(name)
      },
    })
  await Promise.all([1, 2, 3, 4, 5].map(one))
  expect(most).toBe(2)
  expect(ended).toEqual([1, 2, 3, 4, 5])
})

it('whoever gives up waiting gives its turn to the next, and a failure frees its place', async () => {
  const line = createLine(1)
  const giving = new AbortController()
  const first = line.pass({
    signal: never,
    run: () => sleep(10).then(() => Promise.reject(new Error('broken'))),
  })
  const second = line.pass({ signal: giving.signal, run: async () => 'second' })
  const third = line.pass({ signal: never, run: async () => 'third' })
  giving.abort(new Error('given up'))
  await expect(second).rejects.toThrow('given up')
  await expect(first).rejects.toThrow('broken')
  expect(await third).toBe('third')
})
