/** Lengths are in the page's own unit: points for a PDF with text, pixels for anything read by OCR. */
export type Box = { x: number; y: number; width: number; height: number }

export type Word = {
  text: string
  box: Box
  /** How sure the reader is, 0 to 1; text that was never a picture has 1. */
  confidence: number
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
}

export type Attachment = { name: string; bytes: Uint8Array }
