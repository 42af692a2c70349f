import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** A file on its way in. Exactly one of `keep` and `discard` ends it; after `keep`, `discard` does nothing. */
export type IncomingFile = {
  path: string
  bytes: () => number
  /** Throws what `onTooLarge` returns when this many bytes are more than `maxBytes`. */
  requireRoomFor: (bytes: number) => void
  /** Writes everything that comes; throws what `onTooLarge` returns once it is more than `maxBytes`. */
  receive: (chunks: AsyncIterable<Uint8Array>) => Promise<void>
  /** Returns once the bytes and their name are on the disk. */
  keep: () => Promise<void>
  discard: () => Promise<void>
}

export type DocumentFiles = {
  begin: (input: { id: string; maxBytes: number; onTooLarge: () => Error }) => Promise<IncomingFile>
  pathOf: (id: string) => string
  remove: (id: string) => Promise<void>
  /** Removes every file whose id is not in `keep`: leftovers of uploads cut short and of finished documents. */
  sweep: (keep: Set<string>) => Promise<void>
}

/** The folder in which documents lie from their arrival to their terminal state, each under its execution's id. */
export async function openDocumentFiles(folder: string): Promise<DocumentFiles> {
  await mkdir(folder, { recursive: true })
  const pathOf = (id: string) => path.join(folder, id)
  return {
    pathOf,
    begin: async ({ id, ...limit }) => receiveInto({ folder, target: pathOf(id), ...limit }),
    remove: (id) => rm(pathOf(id), { force: true }),
    sweep: async (keep) => {
      const leftovers = (await readdir(folder)).filter((name) => !keep.has(name))
      await Promise.all(leftovers.map((name) => rm(pathOf(name), { force: true })))
    },
  }
}

async function receiveInto(input: {
  folder: string
  target: string
  maxBytes: number
  onTooLarge: () => Error
}): Promise<IncomingFile> {
  const partial = `${input.target}.part`
  const handle = await open(partial, 'wx')
  let bytes = 0
  let state: 'open' | 'kept' | 'discarded' = 'open'
  const requireRoomFor = (wanted: number) => {
    if (wanted > input.maxBytes) throw input.onTooLarge()
  }
  return {
    path: partial,
    bytes: () => bytes,
    requireRoomFor,
    receive: async (chunks) => {
      for await (const chunk of chunks) {
        bytes += chunk.length
        requireRoomFor(bytes)
        await writeAll({ handle, chunk })
      }
    },
    keep: async () => {
      await handle.datasync()
      await handle.close()
      await rename(partial, input.target)
      await syncFolder(input.folder)
      state = 'kept'
    },
    discard: async () => {
      if (state !== 'open') return
      state = 'discarded'
      await handle.close().catch(() => undefined)
      await rm(partial, { force: true })
    },
  }
}

async function writeAll({ handle, chunk }: { handle: FileHandle; chunk: Uint8Array }): Promise<void> {
  let written = 0
  while (written < chunk.length) {
    written += (await handle.write(chunk, written)).bytesWritten
  }
}

/** Without it a power cut may take the new name away again. Windows has no such call and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
