import { fileTypeFromBuffer } from 'file-type'
import { type AcceptedContentType, acceptedContentTypes } from '@/base/contract'
import { validationRefusal } from '../http/refusal'

/** Readers allow a PDF to begin with something else, for as long as this. */
const pdfSearchBytes = 1_024

/**
 * Tells what a file is by its first bytes alone; what the caller calls it is not asked (contract §2.1).
 * @throws Refusal naming the problem for anything but the six accepted formats.
 */
export async function detectContentType(head: Buffer): Promise<AcceptedContentType> {
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
