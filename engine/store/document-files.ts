import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type IncomingFile, receiveInto } from './incoming-file'

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
        sync: isSynced
          ? async (file) => {
              await Promise.all([file.datasync(), handle?.sync()])
            }
          : null,
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
