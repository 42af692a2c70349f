import { PDFiumLibrary } from '@hyzyla/pdfium'
import { DocumentError } from '../../pipeline/document-error'

/**
 * The raw functions of pdfium (https://pdfium.googlesource.com/pdfium/+/main/public) that the readers use.
 * The package keeps its module private and offers no character boxes, so its version is pinned
 * and this file is the only place that knows of it.
 */
export type Pdfium = {
  HEAPU8: Uint8Array
  wasmExports: { malloc: (bytes: number) => number; free: (pointer: number) => void }
  _FPDF_LoadMemDocument: (data: number, bytes: number, password: number) => number
  _FPDF_GetLastError: () => number
  _FPDF_CloseDocument: (document: number) => void
  _FPDF_GetPageCount: (document: number) => number
  _FPDF_LoadPage: (document: number, index: number) => number
  _FPDF_ClosePage: (page: number) => void
  _FPDF_GetPageWidthF: (page: number) => number
  _FPDF_GetPageHeightF: (page: number) => number
  _FPDF_GetPageBoundingBox: (page: number, outRect: number) => number
  _FPDFPage_GetRotation: (page: number) => number
  _FPDFText_LoadPage: (page: number) => number
  _FPDFText_ClosePage: (text: number) => void
  _FPDFText_CountChars: (text: number) => number
  _FPDFText_GetUnicode: (text: number, index: number) => number
  _FPDFText_HasUnicodeMapError: (text: number, index: number) => number
  /** Radians in which the character is turned on the page as stored; -1 when there is none. */
  _FPDFText_GetCharAngle: (text: number, index: number) => number
  _FPDFText_GetLooseCharBox: (text: number, index: number, outRect: number) => number
  _FPDFBitmap_CreateEx: (
    width: number,
    height: number,
    format: number,
    data: number,
    stride: number,
  ) => number
  _FPDFBitmap_FillRect: (
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    argb: number,
  ) => void
  _FPDFBitmap_Destroy: (bitmap: number) => void
  _FPDF_RenderPageBitmap: (
    bitmap: number,
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    flags: number,
  ) => void
  _FPDFDoc_GetAttachmentCount: (document: number) => number
  _FPDFDoc_GetAttachment: (document: number, index: number) => number
  _FPDFAttachment_GetName: (attachment: number, buffer: number, bytes: number) => number
  _FPDFAttachment_GetFile: (attachment: number, buffer: number, bytes: number, outBytes: number) => number
}

const errorPassword = 4

let loaded: Promise<Pdfium> | undefined

/** The library, started once per process. */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= PDFiumLibrary.init().then(toRawModule)
  return loaded
}

// The one cast: `module` is private in the package's types.
function toRawModule(library: PDFiumLibrary): Pdfium {
  return (library as unknown as { module: Pdfium }).module
}

/**
 * Opens a PDF held in memory, hands it to `use`, and closes it whatever happens.
 * @throws DocumentError when the file needs a password or is not a readable PDF.
 */
export async function withPdf<Result>({
  pdfium,
  bytes,
  use,
}: {
  pdfium: Pdfium
  bytes: Uint8Array
  use: (document: number) => Promise<Result>
}): Promise<Result> {
  const data = pdfium.wasmExports.malloc(bytes.length)
  if (data === 0) throw new DocumentError('The PDF is too large to be opened.')
  pdfium.HEAPU8.set(bytes, data)
  const document = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0)
  try {
    if (document === 0) throw openingError(pdfium._FPDF_GetLastError())
    return await use(document)
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document)
    pdfium.wasmExports.free(data)
  }
}

function openingError(code: number): DocumentError {
  return code === errorPassword
    ? new DocumentError(
        'The PDF is protected with a password. Save a copy without a password and send it again.',
      )
    : new DocumentError('The PDF is damaged and cannot be opened.')
}

/** Memory for out-parameters, freed after `use`. */
export function withMemory<Result>({
  pdfium,
  bytes,
  use,
}: {
  pdfium: Pdfium
  bytes: number
  use: (pointer: number) => Result
}): Result {
  const pointer = pdfium.wasmExports.malloc(bytes)
  try {
    return use(pointer)
  } finally {
    pdfium.wasmExports.free(pointer)
  }
}
