import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { convertPicture } from '@/lib/files/inspect/inspect'
import { sha256OfFile } from '@/lib/files/receive/hash'
import { incomingFolder } from '@/lib/files/receive/incoming'
import { removeReceived, syncOrRemove } from '@/lib/files/receive/receive'
import { requireRoom } from '@/lib/files/room/free-room'
import { fileStore } from '@/lib/files/stores'
import type { ConvertibleContentType } from '@/lib/files/upload-policy'
import { type ConvertedFile, convertedKey } from '../model/files/sent-file'

type Original = { file: { id: string; path: string; bytes: number }; contentType: ConvertibleContentType }

/** Converts a received picture and puts what it became into the file store. Throws as convertPicture and the store. */
export async function storeConverted({
  file,
  contentType,
}: Original): Promise<{ pages: number; converted: ConvertedFile }> {
  const target = path.join(incomingFolder(), randomUUID())
  await mkdir(incomingFolder(), { recursive: true })
  await requireRoom(file.bytes)
  try {
    const { pages, ...conversion } = await convertPicture({ path: file.path, contentType, target })
    await syncOrRemove(target)
    const [{ size: bytes }, sha256] = await Promise.all([stat(target), sha256OfFile(target)])
    const key = convertedKey(file.id)
    await fileStore().put({ from: target, key, sha256 })
    return { pages, converted: { key, bytes, sha256, ...conversion } }
  } finally {
    await removeReceived(target)
  }
}
