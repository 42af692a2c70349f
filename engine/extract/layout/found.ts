import type { Box, Word } from '@/engine/readers/reading'
import { unionOfBoxes } from './box'

/** A value with the place that it was read from. */
export type Found<Value> = {
  value: Value
  /** As printed. */
  text: string
  pageIndex: number
  box: Box
  /** 0 to 1: how sure the reader and the rules are together. */
  confidence: number
}

/** A value as found among words: the words that say it, and how well its form fits, 0 to 1. */
export type ReadValue<Value> = { value: Value; words: Word[]; quality: number }

export function toFound<Value>({
  read,
  pageIndex,
  score,
}: {
  read: ReadValue<Value>
  pageIndex: number
  score: number
}): Found<Value> {
  return {
    value: read.value,
    text: read.words.map((word) => word.text).join(' '),
    pageIndex,
    box: unionOfBoxes(read.words.map((word) => word.box)),
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
