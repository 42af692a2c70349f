import { readFile } from 'node:fs/promises'
import { DocumentError } from '../../pipeline/document-error'
import { type ReadingAttempt, readingLimits } from '../limits'
import { readPicture } from '../ocr'
import { readAttachments } from './attachments'
import { renderPage } from './render'
import { readPageWords } from './words'
import { loadPdfium, type Pdfium, withPdf } from './pdfium'
import type { Page, Reading, Word } from '../reading'

/**
 * Reads a PDF: pages with usable text as they are, the others by OCR.
 * @throws DocumentError when it needs a password, is damaged or has too many pages.
 */
export async function readPdf({
  path,
  attempt,
}: {
  path: string
  attempt: ReadingAttempt
}): Promise<Reading> {
  const pdfium = await loadPdfium()
  const bytes = await readFile(path)
  return withPdf({ pdfium, bytes, use: (document) => readPages({ pdfium, document, attempt }) })
}

async function readPages({
  pdfium,
  document,
  attempt,
}: {
  pdfium: Pdfium
  document: number
  attempt: ReadingAttempt
}): Promise<Reading> {
  const count = pdfium._FPDF_GetPageCount(document)
  if (count === 0) throw new DocumentError('The PDF has no pages that can be read.')
  if (count > readingLimits.pages) throw tooManyPages(count)
  const pages: Page[] = []
  for (let index = 0; index < count; index += 1) {
    pages.push(await readPage({ pdfium, document, index, attempt }))
  }
  return { pages, attachments: readAttachments({ pdfium, document }) }
}

function tooManyPages(count: number): DocumentError {
  const limit = readingLimits.pages.toLocaleString('en')
  return new DocumentError(`The PDF has ${count.toLocaleString('en')} pages; ${limit} are the limit.`)
}

async function readPage({
  pdfium,
  document,
  index,
  attempt,
}: {
  pdfium: Pdfium
  document: number
  index: number
  attempt: ReadingAttempt
}): Promise<Page> {
  const number = index + 1
  const page = pdfium._FPDF_LoadPage(document, index)
  // A page that pdfium cannot load is kept as an empty one: the rest of the document is still worth reading.
  if (page === 0) return { number, width: 1, height: 1, words: [], source: 'text', turned: 0 }
  try {
    const { words, unreadableShare, turned } = readPageWords({ pdfium, page })
    if (isUsable({ words, unreadableShare })) {
      const [width, height] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)]
      const upright = turned % 180 === 0 ? { width, height } : { width: height, height: width }
      return { number, ...upright, words, source: 'text', turned }
    }
    return { ...(await readPicture({ picture: renderPage({ pdfium, page }), attempt })), number }
  } finally {
    pdfium._FPDF_ClosePage(page)
  }
}

/** Some scanners stamp a few letters of text on a picture; a page of text has more. */
function isUsable({ words, unreadableShare }: { words: Word[]; unreadableShare: number }): boolean {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  return letters >= 12 && unreadableShare < 0.3
}
