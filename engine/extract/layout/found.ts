import type { Box, Word } from '@/engine/readers/reading'
import { boxAround } from './box'
import type { LayoutPage } from './layout'
import { textOf } from './word-text'

/** A value with the place that it was read from. */
export type Found<Value> = {
  value: Value
  /** As printed. */
  text: string
  /** Null where only a file inside the document says it. */
  page: LayoutPage | null
  box: Box
  /** 0 to 1: how sure the reader and the rules are together. */
  confidence: number
}

/** A value as found among words: the words that say it, and how well its form fits, 0 to 1. */
export type ReadValue<Value> = { value: Value; words: Word[]; quality: number }

export function toFound<Value>({
  read,
  page,
  score,
}: {
  read: ReadValue<Value>
  page: LayoutPage
  score: number
}): Found<Value> {
  return {
    value: read.value,
    text: textOf(read.words),
    page,
    box: boxAround(read.words),
    confidence: Math.max(0.05, Math.min(0.99, score * legibilityOf(read.words))),
  }
}

/**
 * How far the least legible of some words is to be believed, 0 to 1. A recogniser's confidence is the mean of a word's
 * letters, and one wrong letter hardly lowers it: hence its square.
 */
export function legibilityOf(words: Word[]): number {
  return Math.min(1, ...words.map((word) => word.confidence)) ** 2
}
