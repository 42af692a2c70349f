import { appendFileSync, closeSync, openSync, rmSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'

/** As much of a file's beginning as it takes to tell what it is. */
const headBytes = 4_100

/** A file up to this size is held in memory until it is kept; most are refused or kept by then. */
const smallFileBytes = 262_144

/** A file on its way in. Exactly one of `keep` and `discard` ends it; after `keep`, `discard` does nothing. */
export type IncomingFile = {
  bytes: () => number
  /** Its first 4,100 bytes. */
  head: () => Buffer
  /** Throws what `onTooLarge` returns when this many bytes are more than `maxBytes`. */
  requireRoomFor: (bytes: number) => void
  /** Writes everything that comes; throws what `onTooLarge` returns once it is more than `maxBytes`. */
  receive: (chunks: AsyncIterable<Uint8Array>) => Promise<void>
  /** Returns once the bytes and their name are written down as durably as the folder promises. */
  keep: () => Promise<void>
  discard: () => Promise<void>
}

/** A file that will lie at `file`, and does not before something is known to be worth keeping there. */
export function receiveInto(input: {
  file: string
  /** Null: written is enough. */
  sync: ((file: FileHandle) => Promise<void>) | null
  maxBytes: number
  onTooLarge: () => Error
}): IncomingFile {
  let handle: FileHandle | null = null
  const held: Uint8Array[] = []
  let heldBytes = 0
  let head = Buffer.alloc(0)
  let bytes = 0
  let isKept = false
  const requireRoomFor = (wanted: number) => {
    if (wanted > input.maxBytes) throw input.onTooLarge()
  }
  const writeHeld = async (): Promise<FileHandle> => {
    handle ??= await open(input.file, 'wx')
    for (const chunk of held.splice(0)) await writeAll({ handle, chunk })
    heldBytes = 0
    return handle
  }
  return {
    bytes: () => bytes,
    head: () => head,
    requireRoomFor,
    receive: async (chunks) => {
      for await (const chunk of chunks) {
        bytes += chunk.length
        requireRoomFor(bytes)
        if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
        held.push(chunk)
        heldBytes += chunk.length
        if (heldBytes > smallFileBytes) await writeHeld()
      }
    },
    keep: async () => {
      if (handle || input.sync) {
        const whole = await writeHeld()
        await input.sync?.(whole)
        await whole.close()
      } else {
        writeAtOnce({ file: input.file, chunks: held.splice(0) })
      }
      isKept = true
    },
    discard: async () => {
      held.length = 0
      if (isKept || !handle) return
      await handle.close().catch(() => undefined)
      await rm(input.file, { force: true })
    },
  }
}

async function writeAll({ handle, chunk }: { handle: FileHandle; chunk: Uint8Array }): Promise<void> {
  let written = 0
  while (written < chunk.length) {
    written += (await handle.write(chunk, written)).bytesWritten
  }
}

/**
 * Without giving up the turn: on a busy machine each call on the disk waits for two turns, its thread's and ours, while
 * what it does is a copy in memory.
 */
function writeAtOnce({ file, chunks }: { file: string; chunks: Uint8Array[] }): void {
  const descriptor = openSync(file, 'wx')
  try {
    for (const chunk of chunks) appendFileSync(descriptor, chunk)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
}
