import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { type AcceptedContentType, acceptedContentTypes } from '@/lib/docutray/contract'
import { validationRefusal } from '../http/refusal'

/** Enough for every magic number, and for a PDF that begins with something else, as readers allow it to. */
const headBytes = 4_100
const pdfSearchBytes = 1_024

/**
 * Tells what a file is by its first bytes alone; what the caller calls it is not asked (contract §2.1).
 * @throws Refusal naming the problem for anything but the six accepted formats.
 */
export async function detectContentType(path: string): Promise<AcceptedContentType> {
  const head = await readHead(path)
  if (head.length === 0) throw validationRefusal(['Image file is empty'])
  const detected = await fileTypeFromBuffer(head).catch(() => undefined)
  // An animated PNG is a PNG to everything that does not care for its motion.
  const mime = detected?.mime === 'image/apng' ? 'image/png' : detected?.mime
  const accepted = acceptedContentTypes.find((contentType) => contentType === mime)
  if (accepted) return accepted
  if (head.subarray(0, pdfSearchBytes).includes('%PDF-')) return 'application/pdf'
  throw validationRefusal([
    `Unsupported file type: ${mime ?? 'unknown'}. Use PDF, JPEG, PNG, GIF, BMP or WebP.`,
  ])
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
