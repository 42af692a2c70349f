import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError, isDiskFull } from '../errors'
import { incomingFolder } from './incoming'
import { sniffBytes } from './sniff'

/** A file that has arrived whole and waits at `path` to be taken in or removed. */
export type ReceivedFile = { path: string; bytes: number; sha256: string }

/** Writes the stream to a temporary file, counting and hashing. Leaves nothing behind when it throws (storage.full). */
export async function receiveFile(stream: Readable): Promise<ReceivedFile> {
  const file = path.join(incomingFolder(), randomUUID())
  const hash = createHash('sha256')
  let bytes = 0
  const measure = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await mkdir(incomingFolder(), { recursive: true })
  const sink = createWriteStream(file, { flags: 'wx' })
  try {
    await pipeline(stream, measure, sink)
  } catch (error) {
    await closed(sink)
    await removeReceived(file)
    throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : error
  }
  return { path: file, bytes, sha256: hash.digest('hex') }
}

/** A sink ended while its file was being opened makes that file afterwards; only a closed one makes no more. */
async function closed(sink: WriteStream): Promise<void> {
  if (!sink.closed) await new Promise<void>((resolve) => sink.once('close', () => resolve()))
}

export async function removeReceived(path: string): Promise<void> {
  await rm(path, { force: true })
}

/**
 * Sends a received file on its way to the disk beside other work on it, so that the store waits for less of it. Whether
 * it arrived is the store's to find out: this never fails.
 */
export async function beginSync(path: string): Promise<void> {
  const file = await open(path).catch(() => null)
  await file?.sync().catch(() => undefined)
  await file?.close()
}

/** The first bytes of a file, for sniffing its type. */
export async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
