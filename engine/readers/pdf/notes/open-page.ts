import { type Pdfium, withMemory } from '../pdfium/pdfium'
import { type FormHandle, listNotes, type Note } from './form-fields'

export type OpenPage = {
  page: number
  notes: Note[]
  /** The first of the page's objects that was drawn into it from its form and notes. */
  notedFrom: number
}

/** FORM_OnAfterLoadPage and drawing make appearances for values that have none; both want callbacks, all empty here. */
const callbacksBytes = 256
const callbacksVersion = 2
const flagAnnotations = 0x01
const flattenForDisplay = 0
const formatBgrx = 3
const besidePage = -100_000

/** Hands the form of a document to `use`, 0 where it has none. */
export async function withForm<Result>(input: {
  pdfium: Pdfium
  document: number
  use: (form: FormHandle) => Promise<Result>
}): Promise<Result> {
  const { pdfium, document, use } = input
  if (pdfium._FPDF_GetFormType(document) === 0) return use(0)
  const callbacks = pdfium.wasmExports.malloc(callbacksBytes)
  pdfium.HEAPU8.fill(0, callbacks, callbacks + callbacksBytes)
  pdfium.HEAPU8[callbacks] = callbacksVersion
  const form = pdfium._FPDFDOC_InitFormFillEnvironment(document, callbacks)
  try {
    return await use(form)
  } finally {
    if (form !== 0) pdfium._FPDFDOC_ExitFormFillEnvironment(form)
    pdfium.wasmExports.free(callbacks)
  }
}

/**
 * Hands a page to `use` with its filled form and its notes drawn into it as viewers show them, and closes it whatever
 * happens; null for a page that pdfium cannot load.
 */
export async function withPage<Result>(input: {
  pdfium: Pdfium
  document: number
  form: FormHandle
  index: number
  use: (opened: OpenPage | null) => Promise<Result>
}): Promise<Result> {
  const { pdfium, document, form, index, use } = input
  const page = pdfium._FPDF_LoadPage(document, index)
  if (page === 0) return use(null)
  const notes = listNotes({ pdfium, form, page })
  const opened = notes ? drawNotes({ ...input, page, notes }) : { page, notes: [], notedFrom: Infinity }
  try {
    return await use(opened)
  } finally {
    if (opened) pdfium._FPDF_ClosePage(opened.page)
  }
}

function drawNotes(input: {
  pdfium: Pdfium
  document: number
  form: FormHandle
  index: number
  page: number
  notes: Note[]
}): OpenPage | null {
  const { pdfium, document, form, index, page, notes } = input
  if (form !== 0) pdfium._FORM_OnAfterLoadPage(page, form)
  makeAppearances({ pdfium, page })
  const notedFrom = pdfium._FPDFPage_CountObjects(page)
  pdfium._FPDFPage_Flatten(page, flattenForDisplay)
  if (form !== 0) pdfium._FORM_OnBeforeClosePage(page, form)
  pdfium._FPDF_ClosePage(page)
  const drawn = pdfium._FPDF_LoadPage(document, index)
  return drawn === 0 ? null : { page: drawn, notes, notedFrom }
}

/** One pixel beside the page is enough: nothing of the page itself is drawn. */
function makeAppearances({ pdfium, page }: { pdfium: Pdfium; page: number }): void {
  withMemory({
    pdfium,
    bytes: 4,
    use: (memory) => {
      const bitmap = pdfium._FPDFBitmap_CreateEx(1, 1, formatBgrx, memory, 4)
      pdfium._FPDF_RenderPageBitmap(bitmap, page, besidePage, besidePage, 100, 100, 0, flagAnnotations)
      pdfium._FPDFBitmap_Destroy(bitmap)
    },
  })
}
