import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '@/lib/errors'
import { drawThumbnail } from '@/lib/files/inspect/inspect'
import { sha256OfFile } from '@/lib/files/receive/hash'
import { incomingFolder } from '@/lib/files/receive/incoming'
import { removeReceived } from '@/lib/files/receive/receive'
import { fileStore } from '@/lib/files/stores'
import { isAcceptedContentType } from '@/lib/files/upload-policy'
import type { SignedInUser } from '@/lib/people/roles'
import { sentFile } from '../model/files/sent-file'
import { requireVisible } from './get-document'

/** The first page as WebP, drawn when first asked for. Throws document.not_found, document.original_gone. */
export async function openThumbnail(target: { user: SignedInUser; id: string }): Promise<Readable> {
  const facts = await requireVisible(target)
  const { key: fileKey, contentType } = sentFile(facts)
  const key = thumbnailKey(facts.id)
  if ((await fileStore().findBytes(key)) === null) {
    if (fileKey === null || !isAcceptedContentType(contentType)) throw new AppError('document.original_gone')
    await drawInto({ key, fileKey, contentType })
  }
  return fileStore().open({ key })
}

export function thumbnailKey(documentId: string): string {
  return `thumbnails/${documentId}.webp`
}

type Drawing = {
  key: string
  fileKey: string
  contentType: Parameters<typeof drawThumbnail>[0]['contentType']
}

async function drawInto({ key, fileKey, contentType }: Drawing): Promise<void> {
  const target = path.join(incomingFolder(), `${randomUUID()}.webp`)
  // Where everything came by tus, nothing has made the folder yet.
  await mkdir(incomingFolder(), { recursive: true })
  try {
    await fileStore().withLocalFile({
      key: fileKey,
      use: (file) => drawThumbnail({ path: file, contentType, target }),
    })
    await fileStore().put({ from: target, key, sha256: await sha256OfFile(target) })
  } finally {
    await removeReceived(target)
  }
}
