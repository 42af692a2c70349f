import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askPs, residentBytes } from './resident-memory'

const holdsBytes = 50_000_000
let child: ChildProcess

beforeAll(async () => {
  const script = `globalThis.held = Buffer.alloc(${holdsBytes}, 1); console.log('held'); setInterval(() => {}, 1000)`
  child = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  if (child.stdout) await once(child.stdout, 'data')
})
afterAll(() => {
  child.kill('SIGKILL')
})

test.skipIf(process.platform === 'win32')(
  'the memory of a process is measured, and by ps much the same',
  async () => {
    const measured = await residentBytes(child.pid ?? 0)
    const byPs = await askPs(child.pid ?? 0)
    expect(measured).toBeGreaterThan(holdsBytes)
    expect(Math.abs((byPs ?? 0) - (measured ?? 0))).toBeLessThan(holdsBytes / 5)
  },
)

test('a process that is not there has no memory', async () => {
  // Above what any system hands out.
  expect(await residentBytes(2 ** 30)).toBeNull()
  expect(await askPs(2 ** 30)).toBeNull()
})
