import { type Found, toFound } from '../extract/layout/found'
import type { Layout, TextLine } from '../extract/layout/layout'
import { toEvidence } from '../extract/paper/evidence'

export function describeDocument(layout: Layout): Record<string, unknown> {
  const pairs = layout.lines.flatMap(findPairs)
  return {
    pages: layout.pages.map(({ number, lines }) => ({
      page: number,
      text: lines.map((line) => line.text).join('\n'),
    })),
    key_values: pairs.map(({ key, found }) => ({ key, value: found.value })),
    ...(pairs.length > 0 && {
      _evidence: { key_values: pairs.map(({ found }) => ({ value: toEvidence(found) })) },
    }),
  }
}

/** A key is a few words that end in a colon; its value follows on the line. */
function findPairs(line: TextLine): { key: string; found: Found<string> }[] {
  const words = line.segments.flatMap((segment) => segment.words)
  const at = words.findIndex((word) => /\p{L}:$/u.test(word.text))
  const rest = words.slice(at + 1)
  if (at < 0 || at > 4 || rest.length === 0 || rest.length > 12) return []
  const key = words
    .slice(0, at + 1)
    .map((word) => word.text)
    .join(' ')
    .slice(0, -1)
  const value = rest.map((word) => word.text).join(' ')
  const read = { value, words: rest, quality: 1 }
  return [{ key, found: toFound({ read, page: line.page, score: 0.8 }) }]
}
