import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createRepeatedPass } from './coalesce'

test('passes never overlap, and requests during one are answered by a single further one', async () => {
  let running = 0
  let passes = 0
  const repeated = createRepeatedPass(async () => {
    running += 1
    expect(running).toBe(1)
    await turn()
    passes += 1
    running -= 1
  })
  for (let asked = 0; asked < 5; asked += 1) repeated.ask()
  await repeated.settled()
  expect(passes).toBe(2)
})

test('a request is never lost, in whichever step of another pass it comes', async () => {
  for (let steps = 0; steps < 12; steps += 1) {
    let passes = 0
    const repeated = createRepeatedPass(async () => {
      passes += 1
    })
    repeated.ask()
    for (let step = 0; step < steps; step += 1) await null
    const before = passes
    repeated.ask()
    await turn()
    expect(passes).toBeGreaterThan(before)
  }
})
