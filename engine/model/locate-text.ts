import { horizontalOverlap } from '../extract/layout/box'
import type { Layout, LayoutPage, Segment } from '../extract/layout/layout'
import { toTextKey } from '../extract/vocabulary/text-key'
import type { Word } from '../readers/reading'

export type Located = { page: LayoutPage; words: Word[] }

/** A value may go on in so many lines below its first. */
const maxLinesBelow = 5

/** Every place where a text is printed, in whole words, on one line or going on in the lines below it. */
export function locateText({ layout, text }: { layout: Layout; text: string }): Located[] {
  const key = toTextKey(text)
  if (key === '') return []
  return layout.pages.flatMap((page) =>
    page.lines.flatMap((line, at) => {
      const words = line.segments.flatMap((segment) => segment.words)
      const below = page.lines.slice(at + 1, at + 1 + maxLinesBelow).map(({ segments }) => segments)
      return words.flatMap((_, start) => {
        const found = matchFrom({ words: words.slice(start), segments: line.segments, below, key })
        return found ? [{ page, words: found }] : []
      })
    }),
  )
}

function matchFrom({
  words,
  segments,
  below,
  key,
}: {
  words: Word[]
  segments: Segment[]
  below: Segment[][]
  key: string
}): Word[] | null {
  const [first] = words
  const home = segments.find((segment) => first && segment.words.includes(first))
  const own = matchWords({ words, key })
  if (!home || own.used.length === 0) return null
  if (own.rest === '') return own.used
  let { rest } = own
  const used = own.used
  // What does not end on its line must reach the end of its column there.
  if (used.at(-1) !== home.words.at(-1)) return null
  for (const line of below) {
    const next = line.find((segment) => horizontalOverlap({ a: segment.box, b: home.box }) > 0.3)
    const more = next && matchWords({ words: next.words, key: rest })
    if (!more || more.used.length === 0) continue
    used.push(...more.used)
    rest = more.rest
    if (rest === '') return used
  }
  return null
}

/** The words that a key begins with, and what is left of it; words without letters are passed over. */
function matchWords({ words, key }: { words: Word[]; key: string }): { used: Word[]; rest: string } {
  const used: Word[] = []
  let rest = key
  for (const word of words) {
    const part = toTextKey(word.text)
    if (part === '' && used.length > 0) continue
    if (part === '' || !rest.startsWith(part)) break
    used.push(word)
    rest = rest.slice(part.length)
    if (rest === '') break
  }
  return { used, rest }
}
