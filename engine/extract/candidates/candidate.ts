import type { Word } from '../../readers/reading'
import type { Segment, TextLine } from '../layout/layout'

export type CandidateType = 'amount' | 'date' | 'code' | 'name' | 'tax_id' | 'iban' | 'time'

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
