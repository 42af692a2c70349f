import 'server-only'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { constants, copyFile, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
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
    findBytes: async (key) => (await stat(locate(key)).catch(nullWhenMissing))?.size ?? null,
    remove: (key) => rm(locate(key), { force: true }),
    withLocalFile: ({ key, use }) => use(locate(key)),
    listKeys: async ({ prefix, olderThanMs }) => {
      const names = await listOldFiles({ folder: locate(prefix), olderThanMs })
      return names.map((name) => `${prefix}/${name}`)
    },
    check: () => check(root),
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
    stream.once('error', (cause) => reject(toOpenError(cause)))
  })
  return stream
}

/** Only what is not there is gone; a disk that cannot be read is a fault. */
function toOpenError(cause: Error): AppError {
  return new AppError(isNotThere(cause) ? 'document.original_gone' : 'storage.unreachable', { cause })
}

function nullWhenMissing(cause: Error): null {
  if (isNotThere(cause)) return null
  throw new AppError('storage.unreachable', { cause })
}

function isNotThere(error: Error): boolean {
  return 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/** Writes a few bytes, reads them and removes them: a disk that is full, or mounted to be read, can be listed. */
async function check(root: string): Promise<void> {
  const file = path.join(root, `check-${randomUUID()}`)
  await mkdir(root, { recursive: true })
  try {
    await writeDurably(file)
    if ((await readFile(file, 'utf8')) !== file)
      throw new Error('a stored file differs from what was written')
  } finally {
    await rm(file, { force: true })
  }
}

async function writeDurably(file: string): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(file)
    await handle.datasync()
  } finally {
    await handle.close()
  }
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
