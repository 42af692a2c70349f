import 'server-only'
import { mkdir, statfs } from 'node:fs/promises'
import path from 'node:path'
import { getSettings } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { once } from '@/lib/once'

/** The database shares the disk and must never find it full. */
const reserveBytes = 50_000_000

/** Where files lie on this machine: originals without FILES_URL, and whatever is on its way in. */
export const filesFolder = () => path.join(getSettings().INTRAY_DATA_DIR, 'files')

/** Whether uploads grow in a bucket; until the desk knows, they count as growing here. */
export const uploadsPlace = () => once('place of uploads', () => ({ isBucket: false }))

/** Throws storage.full where the disk has no room for so many bytes and a little besides. */
export async function requireRoom(bytes: number): Promise<void> {
  await mkdir(filesFolder(), { recursive: true })
  const { bavail, bsize } = await statfs(filesFolder())
  if (bavail * bsize < bytes + reserveBytes) throw new AppError('storage.full')
}
