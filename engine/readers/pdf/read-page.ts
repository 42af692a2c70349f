import type { Page } from '../reading'
import type { OpenPage } from './notes/open-page'
import { lettersOf, readPageText } from './page-text'
import { sizeOf } from './pdfium/page-frame'
import type { Pdfium } from './pdfium/pdfium'
import { addPictures, type PictureBudget } from './pictures/read-pictures'

export type PageReading = { page: Omit<Page, 'number'>; isUnreadable: boolean; isTooSmall: boolean }

/** One page with all that a viewer shows of it: its text, what is filled in and noted, the print in its pictures. */
export async function readPage(input: {
  pdfium: Pdfium
  opened: OpenPage
  hasLayers: boolean
  budget: PictureBudget
}): Promise<PageReading> {
  const { pdfium, opened, budget } = input
  const text = readPageText(input)
  const { words, turned, ...rest } = await addPictures({ pdfium, page: opened.page, text, budget })
  const fromPictures = lettersOf(words.filter(({ origin }) => origin === 'picture'))
  const source = fromPictures > lettersOf(words) / 2 ? 'ocr' : 'text'
  return { page: { ...sizeOf({ frame: text.frame, turned }), words, source, turned }, ...rest }
}
