import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { cpuTimeMs } from './cpu-time'

const started: ChildProcess[] = []
afterEach(() => {
  for (const { pid } of started.splice(0)) if (pid) process.kill(-pid, 'SIGKILL')
})

function start(script: string): number {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore', detached: true })
  started.push(child)
  return child.pid ?? 0
}

const busy = 'for (;;) {}'
const idle = 'setInterval(() => {}, 1000)'

test.skipIf(process.platform === 'win32')(
  'a process that works gets on, one that waits does not',
  async () => {
    const [works, waits] = [start(busy), start(idle)]
    await vi.waitFor(async () => expect(await cpuTimeMs(works)).toBeGreaterThan(1_000), { timeout: 60_000 })
    expect(await cpuTimeMs(waits)).toBeLessThan(1_000)
  },
  70_000,
)

test.skipIf(process.platform !== 'linux')(
  'what a process started counts with it',
  async () => {
    const parent = start(`require('node:child_process').spawn(process.execPath, ['-e', '${busy}']); ${idle}`)
    await vi.waitFor(async () => expect(await cpuTimeMs(parent)).toBeGreaterThan(1_000), { timeout: 60_000 })
  },
  70_000,
)

test('nothing is told of a process that is not there', async () => {
  expect(await cpuTimeMs(2 ** 30)).toBeNull()
})
