import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { lockFolder } from '../base/database/folder-lock'

const run = promisify(execFile)

/** The launcher with these settings, for starts that must fail: its exit code and what it said. */
async function startAndFail(settings: Record<string, string>) {
  const args = ['-C', 'react-server', '--import', 'tsx', 'cli/start.ts']
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings, NODE_ENV: 'test' } as const
  return run(process.execPath, args, { env, timeout: 30_000 }).then(
    () => ({ code: 0, said: '' }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr.trim() }),
  )
}

const folder = () => mkdtemp(path.join(tmpdir(), 'launch-'))

test('a bad setting stops the start with one line that names it', async () => {
  const { code, said } = await startAndFail({
    INTRAY_DATA_DIR: await folder(),
    INTRAY_TIME_ZONE: 'Mars/Olympus',
  })
  expect(code).toBe(1)
  expect(said).toBe(
    'These settings cannot be used:\n  INTRAY_TIME_ZONE is "Mars/Olympus"; it must be an IANA time zone, such as America/Santiago',
  )
})

test('a port in use stops the start with one line that names the remedy', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const { code, said } = await startAndFail({ INTRAY_DATA_DIR: await folder(), PORT: String(port) })
  server.close()
  expect(code).toBe(1)
  expect(said).toBe(`Port ${port} is in use by another program. Stop it, or choose another port with PORT.`)
})

test('a data folder that another Intray holds stops the start with one line that names the remedy', async () => {
  const held = await folder()
  const lock = await lockFolder(held)
  const { code, said } = await startAndFail({ INTRAY_DATA_DIR: held, PORT: '34711' })
  await lock.release()
  expect(code).toBe(1)
  expect(said).toMatch(
    /^The data folder .+ is in use by another Intray\. Stop that one, .+ INTRAY_DATA_DIR\.$/,
  )
})
