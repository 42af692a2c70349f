import { open } from 'node:fs/promises'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'

/**
 * The raw functions of pdfium (https://pdfium.googlesource.com/pdfium/+/main/public). The package keeps its module
 * private, so its version is pinned and this file is the only place that casts to it.
 */
type PdfiumModule = ConstructorParameters<typeof PDFiumDocument>[0]['module']

/** FPDF_ERR_PASSWORD (https://pdfium.googlesource.com/pdfium/+/main/public/fpdfview.h). */
const passwordError = 4
const pieceBytes = 8 * 1024 * 1024

/** Why a PDF cannot be opened. `damaged` also where pdfium aborted over it. */
export class PdfError extends Error {
  override readonly name = 'PdfError'

  constructor(
    readonly reason: 'password' | 'damaged' | 'too_large',
    options: { cause?: unknown } = {},
  ) {
    super(`PDF: ${reason}`, options)
  }
}

let loaded: Promise<PdfiumModule> | undefined

/** The library, started once per process. */
function loadPdfium(): Promise<PdfiumModule> {
  loaded ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: PdfiumModule }).module)
  return loaded
}

/** A PDF in pdfium's memory; `document` is its handle, `data` the address of its bytes. */
export type OpenPdf = { module: PdfiumModule; document: number; data: number }

/**
 * Opens a PDF, hands it to `use`, and closes it whatever happens. A path is read straight into pdfium's memory: the
 * package's own way holds it twice and takes four times as long.
 * @throws PdfError, what the system refused, and what `use` throws.
 */
export async function withPdf<Result>({
  source,
  use,
}: {
  source: string | Uint8Array
  use: (pdf: OpenPdf) => Promise<Result>
}): Promise<Result> {
  const module = await loadPdfium()
  const { data, bytes } = await copyInto({ module, source })
  let document = 0
  try {
    document = module._FPDF_LoadMemDocument(data, bytes, 0)
    if (document === 0) throw openingError(module._FPDF_GetLastError())
    const result = await use({ module, document, data })
    close({ module, document, data })
    return result
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      // What aborted cannot be used again, not even to close: the next document gets a new one.
      loaded = undefined
      throw new PdfError('damaged', { cause: error })
    }
    close({ module, document, data })
    throw error
  }
}

function close({ module, document, data }: OpenPdf): void {
  if (document !== 0) module._FPDF_CloseDocument(document)
  module.wasmExports.free(data)
}

function openingError(code: number): PdfError {
  const cause = new Error(`pdfium error ${code}`)
  return new PdfError(code === passwordError ? 'password' : 'damaged', { cause })
}

type Copying<Source> = { module: PdfiumModule; source: Source }
type Copied = { data: number; bytes: number }

async function copyInto({ module, source }: Copying<string | Uint8Array>): Promise<Copied> {
  if (typeof source === 'string') return readInto({ module, source })
  const data = allocate(module, source.length)
  module.HEAPU8.set(source, data)
  return { data, bytes: source.length }
}

async function readInto({ module, source }: Copying<string>): Promise<Copied> {
  const file = await open(source)
  try {
    const { size } = await file.stat()
    const data = allocate(module, size)
    let bytes = 0
    while (bytes < size) {
      const { bytesRead } = await file.read({
        // pdfium's memory is another buffer each time that it grew.
        buffer: module.HEAPU8,
        offset: data + bytes,
        length: Math.min(pieceBytes, size - bytes),
        position: bytes,
      })
      if (bytesRead === 0) break
      bytes += bytesRead
    }
    return { data, bytes }
  } finally {
    await file.close()
  }
}

function allocate(module: PdfiumModule, bytes: number): number {
  const pointer = module.wasmExports.malloc(bytes)
  if (pointer === 0) throw new PdfError('too_large')
  return pointer
}
