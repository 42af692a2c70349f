import type { Box, Word } from '../readers/reading'
import { unionOfBoxes } from './layout/box'

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
  const legibility = Math.min(...read.words.map((word) => word.confidence))
  return {
    value: read.value,
    text: read.words.map((word) => word.text).join(' '),
    pageIndex,
    box: unionOfBoxes(read.words.map((word) => word.box)),
    confidence: Math.max(0.05, Math.min(0.99, score * (0.4 + 0.6 * legibility))),
  }
}
