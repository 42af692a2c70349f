import 'server-only'
import { createReadStream } from 'node:fs'
import { access, constants, copyFile, link, mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { AppError, isDiskFull } from '@/lib/errors'
import type { FileStore } from '../file-store'
import { sha256OfFile } from '../receive/hash'
import { listOldFiles } from '../receive/incoming'

/** Each read wakes one of Node's threads; few large ones cost a fraction of many small ones. */
const readBytes = 512 * 1024

/** The file store as a folder: the key is the path in it. */
export function createDiskFiles(root: string): FileStore {
  const locate = (key: string) => path.join(root, key)
  return {
    kind: 'folder',
    put: ({ from, key, sha256 }) => storeFile({ from, target: locate(key), sha256 }),
    open: ({ key, ...range }) => openFile(locate(key), range),
    findBytes: async (key) => (await stat(locate(key)).catch(() => null))?.size ?? null,
    remove: (key) => rm(locate(key), { force: true }),
    withLocalFile: ({ key, use }) => use(locate(key)),
    listKeys: async ({ prefix, olderThanMs }) => {
      const names = await listOldFiles({ folder: locate(prefix), olderThanMs })
      return names.map((name) => `${prefix}/${name}`)
    },
    check: async () => {
      await mkdir(root, { recursive: true })
      await access(root, constants.R_OK | constants.W_OK)
    },
  }
}

type Stored = { from: string; target: string; sha256: string }

async function storeFile(file: Stored): Promise<void> {
  const folder = path.dirname(file.target)
  try {
    await mkdir(folder, { recursive: true })
    await flushBytes(file.from)
    await linkOrCopy(file)
    await flushNames(folder)
  } catch (error) {
    throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : error
  }
}

async function openFile(file: string, range: { start?: number; end?: number }): Promise<Readable> {
  const stream = createReadStream(file, { ...range, highWaterMark: readBytes })
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', (cause) => reject(new AppError('document.original_gone', { cause })))
  })
  return stream
}

/** A hard link costs nothing and is there at once or not at all; where the disk has none, a copy that is compared. */
async function linkOrCopy({ from, target, sha256 }: Stored): Promise<void> {
  await rm(target, { force: true })
  try {
    return await link(from, target)
  } catch {
    await copyFile(from, target, constants.COPYFILE_FICLONE)
  }
  await flushBytes(target)
  if ((await sha256OfFile(target)) === sha256) return
  await rm(target, { force: true })
  throw new Error('a stored file differs from what was received')
}

/** Without the times of the file, which cost a turn of the disk of their own. */
async function flushBytes(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

async function flushNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
