import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { watchStandstill } from './standstill'

const started: ChildProcess[] = []
const watches: { stop: () => void }[] = []
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop()
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Watches a process that runs this; tells when it was found to stand still. */
function watch({ script, limitMs }: { script: string; limitMs: number }) {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' })
  started.push(child)
  const onStandstill = vi.fn()
  const watching = watchStandstill({ pid: child.pid ?? 0, limitMs, onStandstill })
  watches.push(watching)
  return { ...watching, child, onStandstill }
}

test('a process that only waits stands still', async () => {
  const { onStandstill } = watch({ script: 'setInterval(() => {}, 60_000)', limitMs: 1_500 })
  await vi.waitFor(() => expect(onStandstill).toHaveBeenCalled(), { timeout: 30_000 })
}, 40_000)

test.skipIf(process.platform === 'win32')(
  'one that works without an end is found by its CPU time',
  async () => {
    const { onStandstill } = watch({ script: 'for (;;) {}', limitMs: 1_500 })
    await vi.waitFor(() => expect(onStandstill).toHaveBeenCalled(), { timeout: 60_000 })
  },
  70_000,
)

test.skipIf(process.platform !== 'linux')(
  'one that gets little of a busy machine is waited for',
  async () => {
    // A twentieth of a core: it works for 20 ms of each 400.
    const script = `setInterval(() => { const end = Date.now() + 20; while (Date.now() < end); }, 400)`
    const { onStandstill, progress } = watch({ script, limitMs: 2_000 })
    const until = Date.now() + 8_000
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(until), { timeout: 20_000, interval: 500 })
    expect(onStandstill).not.toHaveBeenCalled()
    progress()
  },
  30_000,
)
