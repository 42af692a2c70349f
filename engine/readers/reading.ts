/** Lengths are in the page's own unit: points for a PDF with text, pixels for anything read by OCR. */
export type Box = { x: number; y: number; width: number; height: number }

/** Where a word comes from: the page's own text, a form's value or a note on the page, or print in a picture. */
type WordOrigin = 'text' | 'form' | 'picture'

export type Word = {
  text: string
  box: Box
  /** How sure the reader is, 0 to 1; text that was never a picture has 1. */
  confidence: number
  origin: WordOrigin
  /** Printed along the side of the page; among the lines of print its letters would stand alone. */
  isSideways?: true
}

export type QuarterTurn = 0 | 90 | 180 | 270

export type Page = {
  /** Counted from 1. */
  number: number
  width: number
  height: number
  words: Word[]
  source: 'text' | 'ocr'
  /** Degrees clockwise by which the displayed page was turned before it was read upright. */
  turned: QuarterTurn
}

/** A document as all later stages see it, whatever its format was. */
export type Reading = {
  pages: Page[]
  attachments: Attachment[]
  notices: ReadingNotice[]
}

/**
 * What a reader has to say of a file beside its words: it is a cover around other files, a form whose values only
 * Adobe's own program shows, or pages hold text without meaning or print too small to read.
 */
export type ReadingNotice =
  | { code: 'file.portfolio'; files: number }
  | { code: 'file.dynamic_form' }
  | { code: 'text.unreadable'; pages: number[] }
  | { code: 'print.too_small'; pages: number[] }

export type Attachment = { name: string; bytes: Uint8Array }
