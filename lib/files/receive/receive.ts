import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError, isDiskFull } from '@/lib/errors'
import { requireRoom } from '../room/free-room'
import { incomingFolder } from './incoming'
import { inLargePieces } from './large-pieces'
import { sniffBytes } from './sniff'

/** A file that has arrived whole and waits at `path` to be taken in or removed. */
export type ReceivedFile = { path: string; bytes: number; sha256: string }

/** Writes the stream to a temporary file, counting and hashing. Leaves nothing behind when it throws (storage.full). */
export async function receiveFile(stream: Readable): Promise<ReceivedFile> {
  const file = path.join(incomingFolder(), randomUUID())
  await mkdir(incomingFolder(), { recursive: true })
  const handle = await open(file, 'wx')
  try {
    return { path: file, ...(await write({ stream, handle })) }
  } catch (error) {
    await removeReceived(file)
    throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : error
  } finally {
    await handle.close()
  }
}

async function write({ stream, handle }: { stream: Readable; handle: FileHandle }) {
  const hash = createHash('sha256')
  let bytes = 0
  const see = (chunk: Buffer) => {
    hash.update(chunk)
    bytes += chunk.length
  }
  const pieces = (chunks: AsyncIterable<Buffer>) => withRoom(inLargePieces({ chunks, see }))
  await pipeline(stream, pieces, handle.createWriteStream())
  return { bytes, sha256: hash.digest('hex') }
}

/** Nobody says beforehand how long a part of a form is, and others write to the disk too. */
async function* withRoom(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    await requireRoom(piece.length)
    yield piece
  }
}

export async function removeReceived(path: string): Promise<void> {
  await rm(path, { force: true })
}

export async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * Returns when what the file holds would survive a power cut, but for its name. A file whose bytes the disk did not
 * take is removed: the system tells of them once, to the first who asks (Linux, errseq_t), so no later look would find
 * them missing. Throws storage.full and the system's own errors.
 */
export async function syncOrRemove(path: string): Promise<void> {
  const file = await open(path)
  try {
    await file.datasync()
  } catch (error) {
    await rm(path, { force: true })
    throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : error
  } finally {
    await file.close()
  }
}
