import { type PrintedPage, type PrintedWord, rightOf } from '../print/print'
import { textKey } from '../print/text-key'
import type { Printing } from './find-value'
import { type ReadFrom, readFirst, readLast } from './read-words'
import type { PlaceRule } from './rule'

const mostAnchors = 3
/** In heights of a word: how far a value may stand from where it is looked for. */
const tolerance = { x: 0.8, y: 0.6 }

type Placed = Omit<PlaceRule, 'read'>

/** The places by which a printing could be found again: from words near it that the page has once, else from its corner. */
export function placesOf(printing: Printing): Placed[] {
  const { page, words } = printing
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return []
  const anchors = singleWords(page)
    .filter(({ key }) => /^\p{L}{3,}$/u.test(key) && !words.some((word) => word.key === key))
    .sort((one, other) => distance({ one, other: first }) - distance({ one: other, other: first }))
    .slice(0, mostAnchors)
  const sides = [
    ...(page.page === 1 ? ['first' as const] : []),
    ...(page.fromEnd === 1 ? ['last' as const] : []),
  ]
  return sides.flatMap((side) =>
    [...anchors, null].flatMap((anchor) =>
      (['left', 'right'] as const).map((end): Placed => {
        const x = end === 'left' ? first.x : rightOf(last)
        return {
          kind: 'place',
          anchor: anchor?.text ?? null,
          page: side,
          dx: rounded((x - (anchor?.x ?? 0)) / page.unit),
          dy: rounded((first.y - (anchor?.y ?? 0)) / page.unit),
          end,
        }
      }),
    ),
  )
}

const rounded = (length: number) => Math.round(length * 100) / 100
const distance = ({ one, other }: { one: PrintedWord; other: PrintedWord }) =>
  Math.hypot(one.x - other.x, (one.y - other.y) * 2)

/** Every rule that is tried on a page asks for them. */
const singleWordsOf = new WeakMap<PrintedPage, PrintedWord[]>()

function singleWords(page: PrintedPage): PrintedWord[] {
  const known = singleWordsOf.get(page)
  if (known) return known
  const byKey = new Map<string, PrintedWord[]>()
  for (const word of page.lines.flat()) byKey.set(word.key, [...(byKey.get(word.key) ?? []), word])
  const single = [...byKey.values()].flatMap((same) => (same.length === 1 ? same : []))
  singleWordsOf.set(page, single)
  return single
}

/** What stands at the place; null where nothing of the kind does. */
export function applyPlace({ rule, print }: { rule: PlaceRule; print: PrintedPage[] }): ReadFrom | null {
  const page = print.find((one) => (rule.page === 'first' ? one.page === 1 : one.fromEnd === 1))
  if (!page) return null
  const anchor =
    rule.anchor === null
      ? { x: 0, y: 0 }
      : singleWords(page).find(({ key }) => key === textKey(rule.anchor ?? ''))
  if (!anchor) return null
  const x = anchor.x + rule.dx * page.unit
  const y = anchor.y + rule.dy * page.unit
  const isHere = (word: PrintedWord) =>
    Math.abs((rule.end === 'left' ? word.x : rightOf(word)) - x) <= tolerance.x * page.unit &&
    Math.abs(word.y - y) <= tolerance.y * page.unit
  for (const line of page.lines) {
    const at = line.findIndex(isHere)
    if (at < 0) continue
    return rule.end === 'left'
      ? readFirst({ words: line.slice(at), page, read: rule.read })
      : readLast({ words: line.slice(0, at + 1), page, read: rule.read })
  }
  return null
}
