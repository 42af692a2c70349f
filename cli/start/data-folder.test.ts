import { mkdtemp, readFile, stat, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { lockFolder } from '@/base/database/folder-lock'
import { parseSettings } from '@/lib/env'
import { engineKey, openDataFolder } from './data-folder'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, default: real, statfs: vi.fn(real.statfs) }
})

const emptyFolder = async () => path.join(await mkdtemp(path.join(tmpdir(), 'data-')), 'new')
const settingsFor = (folder: string) => parseSettings({ INTRAY_DATA_DIR: folder })
const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8)

test('a first start makes a folder and a secret that only this user can read', async () => {
  const folder = await emptyFolder()
  const { secret } = await openDataFolder(settingsFor(folder))
  expect(secret.length).toBeGreaterThanOrEqual(43)
  expect(await readFile(path.join(folder, 'secret'), 'utf8')).toBe(secret)
  expect([await modeOf(folder), await modeOf(path.join(folder, 'secret'))]).toEqual(['700', '600'])
})

test('a folder is refused while its web process still runs, whatever became of the launcher', async () => {
  const folder = await emptyFolder()
  const lock = await lockFolder(path.join(folder, 'web'))
  await expect(openDataFolder(settingsFor(folder))).rejects.toThrow(
    /in use by another Intray.*INTRAY_DATA_DIR/,
  )
  await lock.release()
})

test('on an embedded database a folder has one desk, on Postgres several share it and its secret', async () => {
  const folder = await emptyFolder()
  const onPostgres = parseSettings({ INTRAY_DATA_DIR: folder, DATABASE_URL: 'postgres://host/desk' })
  const { secret } = await openDataFolder(onPostgres)
  expect((await openDataFolder(onPostgres)).secret).toBe(secret)
  await openDataFolder(settingsFor(folder))
  await expect(openDataFolder(settingsFor(folder))).rejects.toThrow('in use by another Intray')
})

test('a path that is a file is refused with the setting that names it', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'data-')), 'file')
  await writeFile(file, '')
  await expect(openDataFolder(settingsFor(file))).rejects.toThrow(/cannot be used .* INTRAY_DATA_DIR/)
})

test('a full disk is told in one line with its folder and what to do', async () => {
  const folder = await emptyFolder()
  vi.mocked(statfs).mockResolvedValueOnce({ bavail: 3_000, bsize: 1000 } as never)
  await expect(openDataFolder(settingsFor(folder))).rejects.toThrow(
    `The disk of ${folder} is full: 3 MB free, 20 MB needed to start. Free room on it and start again; what was accepted is kept.`,
  )
})

test('the engine key follows from the secret and does not show it', () => {
  const secret = 's'.repeat(43)
  expect(engineKey(secret)).toMatch(/^dt_local_[\w-]{43}$/)
  expect(engineKey(secret)).toBe(engineKey(secret))
  expect(engineKey(secret)).not.toBe(engineKey(`${secret}!`))
})
