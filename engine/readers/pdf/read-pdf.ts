import { readFile } from 'node:fs/promises'
import { DocumentError } from '../document-error'
import { readingLimits } from '../limits'
import type { Page, Reading, ReadingNotice } from '../reading'
import { readAttachments } from './attachments'
import { readCatalog } from './catalog'
import { findOnlyPdf, isCover, isNearlyEmpty } from './covers'
import type { FormHandle } from './notes/form-fields'
import { withForm, withPage } from './notes/open-page'
import { type Pdfium, withPdf } from './pdfium/pdfium'
import type { PictureBudget } from './pictures/read-pictures'
import { type PageReading, readPage } from './read-page'

/** Pictures within the pages of one document, not counting those that are whole pages or were read before. */
const mostPictures = 8
/** Pages. */
const shortDocument = 4
/** A file in a portfolio, in bytes. */
const largestInside = 100_000_000
const deepestPortfolio = 2
/** FPDF_GetFormType: a form that only Adobe's program draws, and one that pdfium draws too. */
const formOfAdobe = 2
const formBesideOurs = 3

/**
 * Reads a PDF as a viewer shows it; pictures of pages and in pages by OCR. Boxes are in points. Of a portfolio with
 * one PDF inside, that one.
 * @throws DocumentError when it needs a password, is damaged or has too many pages.
 */
export async function readPdf({ path }: { path: string }): Promise<Reading> {
  return readBytes({ bytes: await readFile(path), depth: 0 })
}

type Opened = { pdfium: Pdfium; document: number; bytes: Buffer; depth: number }

function readBytes({ bytes, depth }: Pick<Opened, 'bytes' | 'depth'>): Promise<Reading> {
  return withPdf({ bytes, use: (opened) => readOpened({ ...opened, bytes, depth }) })
}

async function readOpened(opened: Opened): Promise<Reading> {
  const { pdfium, document, bytes, depth } = opened
  const { hasLayers, isPortfolio } = readCatalog(bytes)
  const { pages, notices } = await withForm({
    pdfium,
    document,
    use: (form) => readPages({ pdfium, document, form, hasLayers }),
  })
  const files = pdfium._FPDFDoc_GetAttachmentCount(document)
  const attachments = readAttachments({ pdfium, document })
  if (files > 0 && depth < deepestPortfolio && (isPortfolio || isCover(pages))) {
    const inside = findOnlyPdf(readAttachments({ pdfium, document, largestBytes: largestInside }))
    if (inside) return readBytes({ bytes: Buffer.from(inside.bytes), depth: depth + 1 })
    if (isPortfolio) notices.push({ code: 'file.portfolio', files })
  }
  if (isDynamicForm({ pdfium, document, pages })) notices.push({ code: 'file.dynamic_form' })
  return { pages, attachments, notices }
}

function isDynamicForm(input: { pdfium: Pdfium; document: number; pages: Page[] }): boolean {
  const kind = input.pdfium._FPDF_GetFormType(input.document)
  return kind === formOfAdobe ? isNearlyEmpty(input.pages) : kind === formBesideOurs && isCover(input.pages)
}

type Paging = { pdfium: Pdfium; document: number; form: FormHandle; hasLayers: boolean }

async function readPages(paging: Paging): Promise<{ pages: Page[]; notices: ReadingNotice[] }> {
  const count = paging.pdfium._FPDF_GetPageCount(paging.document)
  if (count === 0) throw new DocumentError('The PDF has no pages that can be read.')
  if (count > readingLimits.pages) throw tooManyPages(count)
  const budget: PictureBudget = { isPageOfInterest: true, left: mostPictures }
  const readings: PageReading[] = []
  for (let index = 0; index < count; index += 1) {
    budget.isPageOfInterest = index === 0 || index === count - 1 || count <= shortDocument
    readings.push(await readPageAt({ ...paging, index, budget }))
  }
  const numbersOf = (isMeant: (reading: PageReading) => boolean) =>
    readings.flatMap((reading, index) => (isMeant(reading) ? index + 1 : []))
  return {
    pages: readings.map(({ page }, index) => ({ number: index + 1, ...page })),
    notices: [
      { code: 'text.unreadable' as const, pages: numbersOf(({ isUnreadable }) => isUnreadable) },
      { code: 'print.too_small' as const, pages: numbersOf(({ isTooSmall }) => isTooSmall) },
    ].filter(({ pages }) => pages.length > 0),
  }
}

function tooManyPages(count: number): DocumentError {
  const limit = readingLimits.pages.toLocaleString('en')
  return new DocumentError(`The PDF has ${count.toLocaleString('en')} pages; ${limit} are the limit.`)
}

/** A page that pdfium cannot load is kept as an empty one: the rest of the document is still worth reading. */
const emptyPage: PageReading = {
  page: { width: 1, height: 1, words: [], source: 'text', turned: 0 },
  isUnreadable: false,
  isTooSmall: false,
}

function readPageAt(input: Paging & { index: number; budget: PictureBudget }): Promise<PageReading> {
  const { pdfium, hasLayers, budget } = input
  return withPage({
    ...input,
    use: async (opened) => (opened ? readPage({ pdfium, opened, hasLayers, budget }) : emptyPage),
  })
}
