import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lowerPriority } from './lower-priority'

vi.mock('node:fs/promises', { spy: true })

const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], {
  detached: true,
  stdio: 'ignore',
})
const pid = child.pid ?? 0

beforeAll(() => lowerPriority(pid))
afterAll(() => child.kill('SIGKILL'))

test.skipIf(process.platform === 'win32')('a process goes behind the one that lowers it', () => {
  expect(getPriority(pid)).toBe(Math.min(19, getPriority() + 10))
})

test.skipIf(!existsSync('/proc/self/autogroup'))('its session goes behind others, too', async () => {
  expect(await readFile(`/proc/${pid}/autogroup`, 'utf8')).toMatch(/ nice 5$/m)
})

test.skipIf(process.platform !== 'linux')(
  'what the system wants to be asked again is asked again',
  async () => {
    const writing = vi.mocked(writeFile)
    writing.mockClear()
    writing.mockRejectedValueOnce(Object.assign(new Error('try again'), { code: 'EAGAIN' }))
    writing.mockResolvedValueOnce()
    await lowerPriority(pid)
    expect(writing).toHaveBeenCalledTimes(2)
  },
)

test.skipIf(process.platform !== 'linux')('what the system refuses is let be', async () => {
  const writing = vi.mocked(writeFile)
  writing.mockClear()
  writing.mockRejectedValueOnce(Object.assign(new Error('not permitted'), { code: 'EPERM' }))
  await lowerPriority(pid)
  expect(writing).toHaveBeenCalledTimes(1)
})
