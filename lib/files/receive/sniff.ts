import { fileTypeFromBuffer } from 'file-type/core'
import type { AcceptedContentType } from '@/base/contract'
import { isAcceptedContentType } from '../upload-policy'

/** How many first bytes `sniffContentType` wants to see. */
export const sniffBytes = 4_100

/** Readers allow something before a PDF's header (ISO 32000-1, annex H.3.4.1). */
const pdfSearchBytes = 1_024

/**
 * What a file is by its first bytes, whatever its name or sender say; null for anything not accepted.
 * Pure: the browser uses it before sending, the server after receiving.
 */
export async function sniffContentType(head: Uint8Array): Promise<AcceptedContentType | null> {
  const detected = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime
  // An animated PNG is a PNG to everything that does not care for its motion.
  const type = detected === 'image/apng' ? 'image/png' : detected
  if (type && isAcceptedContentType(type)) return type
  return !type && hasLatePdfHeader(head) ? 'application/pdf' : null
}

function hasLatePdfHeader(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, pdfSearchBytes)).includes('%PDF-')
}
