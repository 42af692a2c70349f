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

/** The place of a candidate's first word in its segment. */
export function startOf({ segment, words }: Candidate): number {
  const [first] = words
  return first ? segment.words.indexOf(first) : 0
}
