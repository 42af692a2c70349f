import { access, type FileHandle, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { syncOrRemove } from './receive'

let folder: string
let handle: FileHandle
const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
const broken = Object.assign(new Error('input/output error'), { code: 'EIO' })

/** What every open file of this process answers when it is asked to sync. */
const spyOnSync = () => vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intray-sync-'))
  handle = await open(path.join(folder, 'growing'), 'wx')
})

afterEach(() => {
  vi.restoreAllMocks()
})

afterAll(async () => {
  await handle.close()
  await rm(folder, { recursive: true, force: true })
})

test('a file that the disk did not take is removed, and one that it took stays', async () => {
  const file = path.join(folder, 'complete')
  await writeFile(file, 'bytes')
  await syncOrRemove(file)
  await access(file)
  spyOnSync().mockRejectedValueOnce(broken)
  await expect(syncOrRemove(file)).rejects.toBe(broken)
  await expect(access(file)).rejects.toThrow()
})

test('a full disk is told as such', async () => {
  const file = path.join(folder, 'large')
  await writeFile(file, 'bytes')
  spyOnSync().mockRejectedValueOnce(full)
  await expect(syncOrRemove(file)).rejects.toMatchObject({ code: 'storage.full' })
})
