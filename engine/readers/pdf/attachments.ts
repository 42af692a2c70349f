import { readingLimits } from '../limits'
import type { Attachment } from '../reading'
import { type Pdfium, readUtf16, withMemory } from './pdfium/pdfium'

/** Files embedded in a PDF; those above the limit are left out. */
export function readAttachments(input: {
  pdfium: Pdfium
  document: number
  largestBytes?: number
}): Attachment[] {
  const { pdfium, document, largestBytes = readingLimits.attachmentBytes } = input
  const count = Math.min(pdfium._FPDFDoc_GetAttachmentCount(document), 20)
  const handles = Array.from({ length: count }, (_, index) => pdfium._FPDFDoc_GetAttachment(document, index))
  return handles.flatMap((handle) => {
    const bytes = handle === 0 ? null : readFile({ pdfium, handle, largestBytes })
    return bytes ? [{ name: readName({ pdfium, handle }), bytes }] : []
  })
}

function readName({ pdfium, handle }: { pdfium: Pdfium; handle: number }): string {
  return readUtf16({
    pdfium,
    write: (buffer, bytes) => pdfium._FPDFAttachment_GetName(handle, buffer, bytes),
  })
}

function readFile(input: { pdfium: Pdfium; handle: number; largestBytes: number }): Uint8Array | null {
  const { pdfium, handle, largestBytes } = input
  const bytes = fileBytes({ pdfium, handle })
  if (bytes === 0 || bytes > largestBytes) return null
  return withMemory({
    pdfium,
    bytes: bytes + 8,
    use: (pointer) => {
      const read = pdfium._FPDFAttachment_GetFile(handle, pointer + 8, bytes, pointer)
      return read === 0 ? null : pdfium.HEAPU8.slice(pointer + 8, pointer + 8 + bytes)
    },
  })
}

function fileBytes({ pdfium, handle }: { pdfium: Pdfium; handle: number }): number {
  return withMemory({
    pdfium,
    bytes: 8,
    use: (pointer) => {
      const known = pdfium._FPDFAttachment_GetFile(handle, 0, 0, pointer)
      return known === 0 ? 0 : new DataView(pdfium.HEAPU8.buffer).getUint32(pointer, true)
    },
  })
}
