import 'server-only'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { filesFolder } from '../room/free-room'

/** Files on their way in, on the same disk as the data folder's store so that they need not be copied. */
export const incomingFolder = () => path.join(filesFolder(), 'incoming')

/** Clears a folder of temporary files of what nobody has touched for that long. */
export async function removeOldFiles(old: { folder: string; olderThanMs: number }): Promise<void> {
  for (const name of await listOldFiles(old)) await rm(path.join(old.folder, name), { force: true })
}

/** Names of the folder's files that were put there longer ago than that; none where there is no folder. */
export async function listOldFiles({ folder, olderThanMs }: { folder: string; olderThanMs: number }) {
  const names = await readdir(folder).catch(() => [])
  const old: string[] = []
  for (const name of names) {
    const file = await stat(path.join(folder, name)).catch(() => null)
    // A stored original is a second name of the received file, so only ctime tells when it was stored.
    if (file && Date.now() - file.ctimeMs > olderThanMs) old.push(name)
  }
  return old
}
