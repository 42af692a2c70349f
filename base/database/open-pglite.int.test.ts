import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { openPglite } from './open-pglite'

test('a database whose making was killed in the middle is made anew', async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'pglite-'))
  const folder = path.join(parent, 'db')
  const script = `import { openPglite } from './base/database/open-pglite.ts'; await openPglite(process.argv.at(-1))`
  const maker = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder])
  await vi.waitFor(async () => expect(await readdir(parent)).not.toEqual([]), {
    timeout: 60_000,
    interval: 5,
  })
  maker.kill('SIGKILL')
  await once(maker, 'exit')

  const database = await openPglite(folder)
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await database.close()
  await rm(parent, { recursive: true, force: true })
}, 180_000)
