import type { Attachment, Page } from '../reading'

/** Words on a page that only says with what program the file is to be opened. */
const mostWordsOfCover = 120
const programs = /\b(Adobe|Acrobat)\b/i

/** Whether a document's own pages are no more than a hint at the program that shows what it really holds. */
export function isCover(pages: Page[]): boolean {
  if (pages.length > 2) return false
  const words = pages.flatMap((page) => page.words.map(({ text }) => text))
  return words.length > 0 && words.length <= mostWordsOfCover && programs.test(words.join(' '))
}

/** Whether a document has next to no text of its own. */
export function isNearlyEmpty(pages: Page[]): boolean {
  return pages.reduce((sum, page) => sum + page.words.length, 0) <= mostWordsOfCover
}

/** The one PDF among the files, or null when there is none or a choice. */
export function findOnlyPdf(files: Attachment[]): Attachment | null {
  const [first, ...others] = files.filter(({ bytes }) =>
    Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  )
  return first && others.length === 0 ? first : null
}
