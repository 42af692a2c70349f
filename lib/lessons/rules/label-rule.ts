import {
  gapBetween,
  joined,
  type PrintedLine,
  type PrintedPage,
  type PrintedWord,
  rightOf,
} from '../print/print'
import { bareText } from '../print/printed-value'
import { textKey } from '../print/text-key'
import type { Printing } from './find-value'
import { type ReadFrom, readFirst } from './read-words'
import type { LabelRule } from './rule'

const mostLabelWords = 5
/** In heights of a word. */
const widestGapInLabel = 1.3
const lowestBelow = 3.5

/** The labels by which a printing could be found again, the whole ones first. */
export function labelsOf(printing: Printing): Pick<LabelRule, 'label' | 'side'>[] {
  const left = labelBefore(printing)
  const above = labelAbove(printing)
  return [
    ...[left, left.slice(-2), left.slice(-1)].map((words) => ({ words, side: 'right' as const })),
    { words: above, side: 'below' as const },
  ]
    .filter(({ words }) => /\p{L}{2}/u.test(joined(words)))
    .map(({ words, side }) => ({ label: bareText(joined(words)), side }))
}

/** The words that end where the value begins, as far as they stand close together. */
function labelBefore({ page, line, from }: Printing): PrintedWord[] {
  const before = (page.lines[line] ?? []).slice(0, from)
  const label: PrintedWord[] = []
  for (const word of before.reverse()) {
    const [next] = label
    if (label.length === mostLabelWords) break
    if (next && gapBetween(word, next) > widestGapInLabel * page.unit) break
    label.unshift(word)
  }
  return label
}

/** The run of words nearest above. */
function labelAbove({ page, line, words }: Printing): PrintedWord[] {
  const [first] = words
  if (!first) return []
  const last = words.at(-1) ?? first
  for (let at = line - 1; at >= 0; at -= 1) {
    const above = page.lines[at] ?? []
    if (first.y - (above[0]?.y ?? 0) > lowestBelow * page.unit) return []
    const run = runsOf({ line: above, page }).find(
      (one) => startOf(one) < rightOf(last) && endOf(one) > first.x,
    )
    if (run) return run.length <= mostLabelWords ? run : []
  }
  return []
}

/** What a label leads to; null where it is not on the paper or nothing of the kind stands there. */
export function applyLabel({ rule, print }: { rule: LabelRule; print: PrintedPage[] }): ReadFrom | null {
  const found = print.flatMap((page) =>
    page.lines.flatMap((words, line) => inLine({ rule, page, words, line })),
  )
  return (rule.pick === 'first' ? found[0] : found.at(-1)) ?? null
}

type InLine = { rule: LabelRule; page: PrintedPage; words: PrintedLine; line: number }

function inLine({ rule, page, words, line }: InLine): ReadFrom[] {
  const keys = rule.label.split(' ').map(textKey).filter(Boolean)
  return words.flatMap((_, at) => {
    const end = endOfMatch({ words, at, keys })
    if (end === null) return []
    const found =
      rule.side === 'right'
        ? readFirst({ words: words.slice(end).filter(hasText), page, read: rule.read })
        : readBelow({ rule, page, label: words.slice(at, end), line })
    return found ? [found] : []
  })
}

const hasText = ({ key, text }: PrintedWord) => key !== '' || /\p{Sc}/u.test(text)

/** Where the words of a label that begins at `at` end; null where it does not begin there. */
function endOfMatch({ words, at, keys }: { words: PrintedLine; at: number; keys: string[] }): number | null {
  let next = at
  for (const key of keys) {
    while (next > at && words[next]?.key === '') next += 1
    if (words[next]?.key !== key) return null
    next += 1
  }
  return keys.length > 0 ? next : null
}

type Below = { rule: LabelRule; page: PrintedPage; label: PrintedWord[]; line: number }

function readBelow({ rule, page, label, line }: Below): ReadFrom | null {
  const top = label[0]?.y ?? 0
  for (let at = line + 1; at < page.lines.length; at += 1) {
    const below = page.lines[at] ?? []
    if ((below[0]?.y ?? 0) - top > lowestBelow * page.unit) return null
    const run = runsOf({ line: below, page }).find(
      (one) => startOf(one) < endOf(label) && endOf(one) > startOf(label),
    )
    if (run) return readFirst({ words: run, page, read: rule.read })
  }
  return null
}

const startOf = (words: PrintedWord[]) => words[0]?.x ?? 0
const endOf = (words: PrintedWord[]) => (words.length > 0 ? Math.max(...words.map(rightOf)) : 0)

/** The words of a line that stand close together. */
function runsOf({ line, page }: { line: PrintedLine; page: PrintedPage }): PrintedWord[][] {
  const runs: PrintedWord[][] = []
  for (const word of line) {
    const before = runs.at(-1)?.at(-1)
    if (before && gapBetween(before, word) <= widestGapInLabel * page.unit) runs.at(-1)?.push(word)
    else runs.push([word])
  }
  return runs
}
