import type { Picture } from '../picture/picture'

/** Strips of one line each, and the languages they may be in, the likeliest first. */
export type StripsToRead = { strips: Picture[]; languages: string[] }

/** A word on a strip of one line; where it begins and ends as shares of the strip's width. */
export type StripWord = { text: string; confidence: number; from: number; to: number }
