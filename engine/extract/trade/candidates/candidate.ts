import type { Segment, TextLine } from '@/engine/extract/layout/layout'
import type { CandidateType } from '@/engine/extract/schema/trade-fields'
import type { Word } from '@/engine/readers/reading'

/** Something printed that has the form of a value, whatever field it may belong to. */
export type Candidate = {
  type: CandidateType
  value: string | number
  /** Equal for values that say the same. */
  key: string
  words: Word[]
  line: TextLine
  segment: Segment
  /** What only its type knows of it, as features. */
  traits: string[]
}

/** The cell of a line that some words begin in. */
export function cellOf({ line, words: [first] }: { line: TextLine; words: Word[] }): Segment | undefined {
  return first && line.segments.find(({ words }) => words.includes(first))
}
