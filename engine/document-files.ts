import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'

/** As much of a file's beginning as it takes to tell what it is. */
const headBytes = 4_100

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

export type DocumentFiles = {
  begin: (input: { id: string; maxBytes: number; onTooLarge: () => Error }) => IncomingFile
  pathOf: (id: string) => string
  remove: (id: string) => Promise<void>
  /** Removes every file whose id is not in `keep`: leftovers of uploads cut short and of finished documents. */
  sweep: (keep: Set<string>) => Promise<void>
  close: () => Promise<void>
}

/**
 * The folder in which documents lie from their arrival to their terminal state, each under its execution's id. With
 * `isSynced` a kept file survives a power cut; else, only the end of this process.
 */
export async function openDocumentFiles(input: {
  folder: string
  isSynced: boolean
}): Promise<DocumentFiles> {
  const { folder, isSynced } = input
  await mkdir(folder, { recursive: true })
  const pathOf = (id: string) => path.join(folder, id)
  const handle = isSynced ? await openFolder(folder) : null
  return {
    pathOf,
    begin: ({ id, ...limit }) =>
      receiveInto({
        file: pathOf(id),
        sync: async (file) => {
          if (isSynced) await Promise.all([file.datasync(), handle?.sync()])
        },
        ...limit,
      }),
    remove: (id) => rm(pathOf(id), { force: true }),
    sweep: async (keep) => {
      const leftovers = (await readdir(folder)).filter((name) => !keep.has(name))
      await Promise.all(leftovers.map((name) => rm(pathOf(name), { force: true })))
    },
    close: async () => handle?.close(),
  }
}

/** To be synced after each new file: a power cut may take its name away again. Windows has no such call. */
async function openFolder(folder: string): Promise<FileHandle | null> {
  return process.platform === 'win32' ? null : open(folder, 'r')
}

function receiveInto(input: {
  file: string
  sync: (file: FileHandle) => Promise<void>
  maxBytes: number
  onTooLarge: () => Error
}): IncomingFile {
  let handle: FileHandle | null = null
  let head = Buffer.alloc(0)
  let bytes = 0
  let isKept = false
  const requireRoomFor = (wanted: number) => {
    if (wanted > input.maxBytes) throw input.onTooLarge()
  }
  return {
    bytes: () => bytes,
    head: () => head,
    requireRoomFor,
    receive: async (chunks) => {
      // Not before there is something to write: many a request is refused without a document.
      for await (const chunk of chunks) {
        bytes += chunk.length
        requireRoomFor(bytes)
        handle ??= await open(input.file, 'wx')
        if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
        await writeAll({ handle, chunk })
      }
    },
    keep: async () => {
      if (handle) await input.sync(handle)
      await handle?.close()
      isKept = true
    },
    discard: async () => {
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
