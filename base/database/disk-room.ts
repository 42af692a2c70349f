import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { SettingError } from '../settings'

type Room = { folder: string; bytes: number }

/** Throws SettingError where the disk of the folder, which need not be there yet, has not so many bytes free. */
export async function requireDiskRoom({ folder, bytes }: Room): Promise<void> {
  const freeBytes = await readFreeBytes(folder)
  if (freeBytes >= bytes) return
  throw new SettingError(
    `The disk of ${folder} is full: ${inMegabytes(freeBytes)} free, ${inMegabytes(bytes)} needed to start. Free room on it and start again; what was accepted is kept.`,
  )
}

/** Of the nearest folder that is there. */
async function readFreeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    const parent = path.dirname(folder)
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isMissing || parent === folder) throw error
    return readFreeBytes(parent)
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`
}
