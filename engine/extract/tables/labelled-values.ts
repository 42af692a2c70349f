import type { Word } from '../../readers/reading'
import type { LayoutPage, Segment, TextLine } from '../layout/layout'
import { textOf } from '../layout/word-text'

/** A label with what is printed behind it on its line: after its colon, or in the next cell. */
export type LabelledValue = {
  label: string
  words: Word[]
  segment: Segment
  line: TextLine
  page: LayoutPage
}

/** `Name: Anna`, `Name:` and `Name  Anna` of a line. */
export function labelledValuesOf({ line, page }: { line: TextLine; page: LayoutPage }): LabelledValue[] {
  return line.segments.map((segment, at) => {
    const colon = segment.words.findIndex(({ text }) => text.endsWith(':'))
    const end = colon < 0 ? segment.words.length : colon + 1
    const rest = segment.words.slice(end)
    const next = line.segments[at + 1]
    const isNextLabel = next?.words.some(({ text }) => text.endsWith(':')) === true
    const words = rest.length > 0 || !next || isNextLabel ? rest : next.words
    return { label: textOf(segment.words.slice(0, end)), words, segment, line, page }
  })
}
