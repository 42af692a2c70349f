import { fileTypeFromBuffer } from 'file-type/core'
import { isAcceptedContentType, isConvertible, type UploadContentType } from '../upload-policy'

/** How many first bytes `sniffContentType` wants to see. */
export const sniffBytes = 4_100

/** Readers allow something before a PDF's header (ISO 32000-1, annex H.3.4.1). */
const pdfSearchBytes = 1_024

/** One kind under another name: an animated PNG, and the brands that cameras write into HEIC files. */
const otherNames: Record<string, UploadContentType> = {
  'image/apng': 'image/png',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
}

/**
 * What a file is by its first bytes, whatever its name or sender say; null for anything not accepted.
 * Pure: the browser uses it before sending, the server after receiving.
 */
export async function sniffContentType(head: Uint8Array): Promise<UploadContentType | null> {
  const detected = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime
  const type = (detected && otherNames[detected]) ?? detected
  if (type && (isAcceptedContentType(type) || isConvertible(type))) return type
  if (type) return null
  if (isTiff(head)) return 'image/tiff'
  return hasLatePdfHeader(head) ? 'application/pdf' : null
}

/** The library wants to see the list of its fields too, which mostly stands at the end (TIFF 6.0 §2, BigTIFF). */
function isTiff(head: Uint8Array): boolean {
  const start = [...head.subarray(0, 4)].join(' ')
  return ['73 73 42 0', '73 73 43 0', '77 77 0 42', '77 77 0 43'].includes(start)
}

function hasLatePdfHeader(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, pdfSearchBytes)).includes('%PDF-')
}
