import 'server-only'
import { open } from 'node:fs/promises'
import { PDFiumDocument, type PDFiumLibrary } from '@hyzyla/pdfium'
import { InspectionError } from './inspector-protocol'

type PdfiumModule = ConstructorParameters<typeof PDFiumDocument>[0]['module']
type Loading = { library: PDFiumLibrary; path: string }

/** FPDF_ERR_PASSWORD (https://pdfium.googlesource.com/pdfium/+/main/public/fpdfview.h). */
const passwordError = 4
const pieceBytes = 8 * 1024 * 1024

/**
 * Opens a PDF, read from its file straight into pdfium's memory: the library's own way holds it twice and takes four
 * times as long. The caller destroys the document. Throws InspectionError, and what the system refused.
 */
export async function loadPdf({ library, path }: Loading): Promise<PDFiumDocument> {
  const module = moduleOf(library)
  const { pointer, bytes } = await readIntoMemory({ module, path })
  const documentIdx = module._FPDF_LoadMemDocument(pointer, bytes, 0)
  if (documentIdx) return new PDFiumDocument({ module, documentIdx, documentPtr: pointer })
  const error = module._FPDF_GetLastError()
  module.wasmExports.free(pointer)
  throw new InspectionError(error === passwordError ? 'password' : 'unreadable', {
    cause: new Error(`pdfium error ${error}`),
  })
}

// The one cast: the package keeps its module private, so its version is pinned.
function moduleOf(library: PDFiumLibrary): PdfiumModule {
  return (library as unknown as { module: PdfiumModule }).module
}

async function readIntoMemory(given: { module: PdfiumModule; path: string }) {
  const { module } = given
  const file = await open(given.path)
  try {
    const { size } = await file.stat()
    const pointer = module.wasmExports.malloc(size)
    if (pointer === 0) throw new InspectionError('unreadable', { cause: new Error('out of memory') })
    let bytes = 0
    while (bytes < size) {
      const { bytesRead } = await file.read({
        buffer: module.HEAPU8,
        offset: pointer + bytes,
        length: Math.min(pieceBytes, size - bytes),
        position: bytes,
      })
      if (bytesRead === 0) break
      bytes += bytesRead
    }
    return { pointer, bytes }
  } finally {
    await file.close()
  }
}
