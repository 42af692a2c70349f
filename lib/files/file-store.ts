import 'server-only'
import { createReadStream } from 'node:fs'
import { constants, copyFile, link, mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { getSettings } from '../env'
import { AppError } from '../errors'
import { sha256OfFile } from './hash'

/**
 * Where received files and thumbnails live, by key (`originals/doc_…`): the data folder. Only this file knows that
 * they are files on a disk, apart from `withLocalFile`, which lends a path to programs that need one.
 */
const root = () => path.join(getSettings().INTRAY_DATA_DIR, 'files')
const locate = (key: string) => path.join(root(), key)

/** The database shares the disk and must never find it full. */
const reserveBytes = 50_000_000

/** Files on their way in, on the same disk as the store so that they need not be copied. */
export const incomingFolder = () => path.join(root(), 'incoming')

/**
 * Puts a finished file under `key` and does not return before it would survive a power cut. The file at `from` stays;
 * the caller removes it once the rest of its work is committed. Throws storage.full; an Error when what was stored
 * is not what was received.
 */
export async function storeFile(given: { from: string; key: string; sha256: string }): Promise<void> {
  const target = locate(given.key)
  try {
    await mkdir(path.dirname(target), { recursive: true })
    await flush(given.from)
    await linkOrCopy({ ...given, target })
    await flush(path.dirname(target))
  } catch (error) {
    throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : error
  }
}

/** The file's bytes from `start` to `end`, both counted from 0 and included. Throws document.original_gone. */
export async function openFile(given: { key: string; start?: number; end?: number }): Promise<Readable> {
  const { key, ...range } = given
  const stream = createReadStream(locate(key), range)
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', (cause) => reject(new AppError('document.original_gone', { cause })))
  })
  return stream
}

/** Null when there is no such file. */
export async function findFileBytes(key: string): Promise<number | null> {
  const found = await stat(locate(key)).catch(() => null)
  return found?.size ?? null
}

export async function removeFile(key: string): Promise<void> {
  await rm(locate(key), { force: true })
}

/** Lends the stored file as a path on this machine, for as long as `use` takes. */
export function withLocalFile<Result>({ key, use }: { key: string; use: (path: string) => Promise<Result> }) {
  return use(locate(key))
}

/** Keys under the prefix that were stored longer ago than that. */
export async function listOldKeys({ prefix, olderThanMs }: { prefix: string; olderThanMs: number }) {
  const names = await listOldFiles({ folder: locate(prefix), olderThanMs })
  return names.map((name) => `${prefix}/${name}`)
}

/** Clears a folder of temporary files of what nobody has touched for that long. */
export async function removeOldFiles(given: { folder: string; olderThanMs: number }): Promise<void> {
  for (const name of await listOldFiles(given)) await rm(path.join(given.folder, name), { force: true })
}

async function listOldFiles({ folder, olderThanMs }: { folder: string; olderThanMs: number }) {
  const names = await readdir(folder).catch(() => [])
  const old: string[] = []
  for (const name of names) {
    const file = await stat(path.join(folder, name)).catch(() => null)
    // A stored original is a second name of the received file, so only ctime tells when it was stored.
    if (file && Date.now() - file.ctimeMs > olderThanMs) old.push(name)
  }
  return old
}

/** Throws storage.full where the disk has no room for so many bytes and a little besides. */
export async function requireRoom(bytes: number): Promise<void> {
  await mkdir(root(), { recursive: true })
  const { bavail, bsize } = await statfs(root())
  if (bavail * bsize < bytes + reserveBytes) throw new AppError('storage.full')
}

export function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** A hard link costs nothing and is there at once or not at all; where the disk has none, a copy that is compared. */
async function linkOrCopy(given: { from: string; target: string; sha256: string }): Promise<void> {
  const { from, target, sha256 } = given
  await rm(target, { force: true })
  try {
    return await link(from, target)
  } catch {
    await copyFile(from, target, constants.COPYFILE_FICLONE)
  }
  await flush(target)
  if ((await sha256OfFile(target)) === sha256) return
  await rm(target, { force: true })
  throw new Error('a stored file differs from what was received')
}

async function flush(pathName: string): Promise<void> {
  const handle = await open(pathName, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
