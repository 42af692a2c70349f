/** A word on a strip of one line; where it begins and ends as shares of the strip's width. */
export type StripWord = { text: string; confidence: number; from: number; to: number }
