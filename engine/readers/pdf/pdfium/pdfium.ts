import { type OpenPdf, PdfError, withPdf as withOpenPdf } from '@/base/pdfium/open-pdf'
import { DocumentError } from '@/engine/readers/document-error'

/**
 * The raw functions of pdfium (https://pdfium.googlesource.com/pdfium/+/main/public) that the readers use: more than
 * the package's types know of, which is why its version is pinned.
 */
export type Pdfium = {
  HEAPU8: Uint8Array
  wasmExports: { malloc: (bytes: number) => number; free: (pointer: number) => void }
} & DocumentFunctions &
  TextFunctions &
  ObjectFunctions &
  DrawingFunctions &
  AnnotationFunctions

type DocumentFunctions = {
  _FPDF_GetPageCount: (document: number) => number
  /** 0 no form, 1 AcroForm, 2 XFA that only Adobe's program draws, 3 XFA beside an AcroForm. */
  _FPDF_GetFormType: (document: number) => number
  _FPDF_LoadPage: (document: number, index: number) => number
  _FPDF_ClosePage: (page: number) => void
  _FPDF_GetPageWidthF: (page: number) => number
  _FPDF_GetPageHeightF: (page: number) => number
  _FPDF_GetPageBoundingBox: (page: number, outRect: number) => number
  _FPDFPage_GetRotation: (page: number) => number
  _FPDFDoc_GetAttachmentCount: (document: number) => number
  _FPDFDoc_GetAttachment: (document: number, index: number) => number
  _FPDFAttachment_GetName: (attachment: number, buffer: number, bytes: number) => number
  _FPDFAttachment_GetFile: (attachment: number, buffer: number, bytes: number, outBytes: number) => number
}

type TextFunctions = {
  _FPDFText_LoadPage: (page: number) => number
  _FPDFText_ClosePage: (text: number) => void
  _FPDFText_CountChars: (text: number) => number
  _FPDFText_GetUnicode: (text: number, index: number) => number
  /** Writes UTF-16 with a zero at its end; gives the number of units, the zero among them. */
  _FPDFText_GetText: (text: number, start: number, count: number, buffer: number) => number
  /** 0 for what pdfium adds: blanks and ends of lines. */
  _FPDFText_GetTextObject: (text: number, index: number) => number
  _FPDFText_HasUnicodeMapError: (text: number, index: number) => number
  /** Radians in which the character is turned on the page as stored; -1 when there is none. */
  _FPDFText_GetCharAngle: (text: number, index: number) => number
  _FPDFText_GetLooseCharBox: (text: number, index: number, outRect: number) => number
}

type ObjectFunctions = {
  _FPDFPage_CountObjects: (page: number) => number
  _FPDFPage_GetObject: (page: number, index: number) => number
  _FPDFFormObj_CountObjects: (form: number) => number
  _FPDFFormObj_GetObject: (form: number, index: number) => number
  _FPDFPageObj_GetType: (object: number) => number
  _FPDFPageObj_GetBounds: (
    object: number,
    outLeft: number,
    outBottom: number,
    outRight: number,
    outTop: number,
  ) => number
  _FPDFPageObj_GetMatrix: (object: number, outMatrix: number) => number
  _FPDFPageObj_GetFillColor: (
    object: number,
    red: number,
    green: number,
    blue: number,
    alpha: number,
  ) => number
  _FPDFPageObj_GetStrokeColor: (
    object: number,
    red: number,
    green: number,
    blue: number,
    alpha: number,
  ) => number
  _FPDFPageObj_HasTransparency: (object: number) => number
  _FPDFPageObj_CountMarks: (object: number) => number
  _FPDFPageObj_SetIsActive: (object: number, isActive: number) => number
  _FPDFPageObj_GetClipPath: (object: number) => number
  _FPDFClipPath_CountPaths: (clip: number) => number
  _FPDFClipPath_CountPathSegments: (clip: number, path: number) => number
  _FPDFClipPath_GetPathSegment: (clip: number, path: number, segment: number) => number
  _FPDFPathSegment_GetPoint: (segment: number, outX: number, outY: number) => number
  _FPDFPath_CountSegments: (path: number) => number
  _FPDFPath_GetDrawMode: (path: number, outFillMode: number, outStroke: number) => number
  /** 0 fill, 1 stroke, 2 both, 3 neither; 4 to 7 the same, and a clip. */
  _FPDFTextObj_GetTextRenderMode: (object: number) => number
  _FPDFTextObj_GetFontSize: (object: number, outSize: number) => number
  _FPDFImageObj_GetImagePixelSize: (image: number, width: number, height: number) => number
  _FPDFImageObj_GetImageDataRaw: (image: number, buffer: number, bytes: number) => number
}

type DrawingFunctions = {
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
}

type AnnotationFunctions = {
  _FPDFDOC_InitFormFillEnvironment: (document: number, callbacks: number) => number
  _FPDFDOC_ExitFormFillEnvironment: (form: number) => void
  _FORM_OnAfterLoadPage: (page: number, form: number) => void
  _FORM_OnBeforeClosePage: (page: number, form: number) => void
  /** Draws what is noted on a page into the page itself. */
  _FPDFPage_Flatten: (page: number, usage: number) => number
  _FPDFPage_GetAnnotCount: (page: number) => number
  _FPDFPage_GetAnnot: (page: number, index: number) => number
  _FPDFPage_CloseAnnot: (annotation: number) => void
  _FPDFAnnot_GetSubtype: (annotation: number) => number
  _FPDFAnnot_GetFlags: (annotation: number) => number
  _FPDFAnnot_GetRect: (annotation: number, outRect: number) => number
  _FPDFAnnot_GetStringValue: (annotation: number, key: number, buffer: number, bytes: number) => number
  _FPDFAnnot_GetFormFieldType: (form: number, annotation: number) => number
  _FPDFAnnot_GetFormFieldFlags: (form: number, annotation: number) => number
  _FPDFAnnot_GetFormFieldValue: (form: number, annotation: number, buffer: number, bytes: number) => number
  _FPDFAnnot_GetOptionCount: (form: number, annotation: number) => number
  _FPDFAnnot_IsOptionSelected: (form: number, annotation: number, option: number) => number
  _FPDFAnnot_GetOptionLabel: (
    form: number,
    annotation: number,
    option: number,
    buffer: number,
    bytes: number,
  ) => number
}

const longestTextBytes = 1_000_000

const words: Record<PdfError['reason'], string> = {
  password: 'The PDF is protected with a password. Save a copy without a password and send it again.',
  damaged: 'The PDF is damaged and cannot be opened.',
  too_large: 'The PDF is too large to be opened.',
}

/**
 * Opens a PDF held in memory, hands it to `use`, and closes it whatever happens.
 * @throws DocumentError when the file needs a password or is not a readable PDF.
 */
export async function withPdf<Result>({
  bytes,
  use,
}: {
  bytes: Uint8Array
  use: (pdf: { pdfium: Pdfium; document: number }) => Promise<Result>
}): Promise<Result> {
  const useOpen = ({ module, document }: OpenPdf) => use({ pdfium: module as unknown as Pdfium, document })
  try {
    return await withOpenPdf({ source: bytes, use: useOpen })
  } catch (error) {
    throw error instanceof PdfError ? new DocumentError(words[error.reason], { cause: error }) : error
  }
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

/** Text that pdfium writes as UTF-16 with a zero at its end; `write` gives the bytes of all of it. */
export function readUtf16({
  pdfium,
  write,
}: {
  pdfium: Pdfium
  write: (buffer: number, bytes: number) => number
}): string {
  const bytes = write(0, 0)
  if (bytes <= 2 || bytes > longestTextBytes) return ''
  return withMemory({
    pdfium,
    bytes,
    use: (pointer) => {
      write(pointer, bytes)
      return new TextDecoder('utf-16le').decode(pdfium.HEAPU8.slice(pointer, pointer + bytes - 2))
    },
  })
}
