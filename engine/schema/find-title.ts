import { toFound } from '../extract/found'
import type { Layout } from '../extract/layout/layout'
import type { ValueCandidate } from './find-values'
import type { ValueField } from '../extract/schema/schema-field'
import { isDistinctive, toTokens } from '../extract/labels/tokens'

const titleScore = 0.6

/** What a document calls itself: a heading of the first page that stands alone and has the field's noun in it. */
export function findTitle({ field, layout }: { field: ValueField; layout: Layout }): ValueCandidate[] {
  const page = layout.pages[0]
  if (field.kind !== 'title' || !page) return []
  const name = toTokens(field.path.at(-1) ?? '').filter((token) => isDistinctive(token) && token !== 'title')
  const headings = page.lines
    .filter((line) => line.segments.length === 1 && line.box.y < page.page.height * 0.6)
    .flatMap((line) => line.segments)
    .filter(
      ({ words, text }) => words.length >= 2 && words.length <= 12 && !/[:.]$/.test(text) && isHeading(text),
    )
    .filter(({ text }) => name.length === 0 || toTokens(text).some((token) => name.includes(token)))
  return headings.map((segment, at) => {
    const { words, text, pageIndex } = segment
    const isDescribed = toTokens(text).some((token) => isDistinctive(token) && field.about.has(token))
    const score = titleScore + (isDescribed ? 0.1 : 0) - at * 0.01
    return {
      field,
      found: toFound({ read: { value: text, words, quality: 1 }, pageIndex, score }),
      words,
      score,
    }
  })
}

function isHeading(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const words = text.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word))
  return letters > 0 && (capitals / letters > 0.7 || words.every((word) => /^\p{Lu}/u.test(word)))
}
