/** Where a word was: the page's own text, a form's value or a note on the page, or print in a picture. */
export const wordSources = ['text', 'form', 'picture'] as const

export type PageWord = {
  text: string
  /** Fractions of the page as it is displayed, from its upper left corner: the very form of evidence. */
  box: [x: number, y: number, width: number, height: number]
  /** 0 to 1; text that was never a picture has 1. */
  confidence: number
  source: (typeof wordSources)[number]
}

/** The words of a page in reading order; its size as displayed, in points or, where it was a picture, in pixels. */
export type PageWords = { page: number; width: number; height: number; words: PageWord[] }

/** What is kept of one document: far above honest paper, and no more than a few megabytes. */
export const wordLimits = { pages: 500, wordsPerPage: 5_000, charactersPerWord: 200 } as const
