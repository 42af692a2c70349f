import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, statfs, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { openPglite } from './open-pglite'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, default: real, statfs: vi.fn(real.statfs) }
})

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

test('a damaged database is told as such, with its folder and what to do', async () => {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'pglite-')), 'db')
  await (await openPglite(folder)).close()
  await truncate(path.join(folder, 'global', 'pg_control'))
  const failure = await openPglite(folder).catch((error) => error)
  expect(failure).toMatchObject({ name: 'SettingError' })
  expect(failure.message).toMatch(
    new RegExp(`^The database in ${folder} is damaged and cannot be opened\\. .*npm run restore\\)\\.$`),
  )
  await rm(path.dirname(folder), { recursive: true, force: true })
}, 180_000)

test('a disk that is full is told before anything is written', async () => {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'pglite-')), 'db')
  vi.mocked(statfs).mockResolvedValueOnce({ bavail: 31_000, bsize: 1000 } as never)
  await expect(openPglite(folder)).rejects.toThrow(
    `The disk of ${folder} is full: 31 MB free, 45 MB needed to start. Free room on it and start again; what was accepted is kept.`,
  )
  expect(await readdir(path.dirname(folder))).toEqual([])
  await rm(path.dirname(folder), { recursive: true, force: true })
})
