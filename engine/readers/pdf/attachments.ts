import { readingLimits } from '../limits'
import { type Pdfium, withMemory } from './pdfium'
import type { Attachment } from '../reading'

/** Files embedded in a PDF; those above the limit are left out. */
export function readAttachments({ pdfium, document }: { pdfium: Pdfium; document: number }): Attachment[] {
  const count = Math.min(pdfium._FPDFDoc_GetAttachmentCount(document), 20)
  const handles = Array.from({ length: count }, (_, index) => pdfium._FPDFDoc_GetAttachment(document, index))
  return handles.flatMap((handle) => {
    const bytes = handle === 0 ? null : readFile({ pdfium, handle })
    return bytes ? [{ name: readName({ pdfium, handle }), bytes }] : []
  })
}

function readName({ pdfium, handle }: { pdfium: Pdfium; handle: number }): string {
  const bytes = pdfium._FPDFAttachment_GetName(handle, 0, 0)
  return withMemory({
    pdfium,
    bytes: Math.max(bytes, 2),
    use: (pointer) => {
      pdfium._FPDFAttachment_GetName(handle, pointer, bytes)
      const utf16 = pdfium.HEAPU8.slice(pointer, pointer + Math.max(0, bytes - 2))
      return new TextDecoder('utf-16le').decode(utf16)
    },
  })
}

function readFile({ pdfium, handle }: { pdfium: Pdfium; handle: number }): Uint8Array | null {
  const bytes = fileBytes({ pdfium, handle })
  if (bytes === 0 || bytes > readingLimits.attachmentBytes) return null
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
