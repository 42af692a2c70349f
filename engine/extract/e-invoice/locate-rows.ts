import type { Word } from '../../readers/reading'
import { boxAround } from '../layout/box'
import { type TextLine, wordsOf } from '../layout/layout'
import { textOf } from '../layout/word-text'
import type { Paper } from '../paper/paper'
import type { ItemColumn } from '../schema/item-columns'
import type { ReadingContext } from '../values/context'
import { type FoundAmount, findAmounts } from '../values/money/amounts-in-words'
import { findWords, locateValue, type Place } from './locate-value'

type Stated = { [column in ItemColumn]?: string | number }
type Places = { [column in ItemColumn]?: Place }
type Search = { row: Stated; line: TextLine; context: ReadingContext }

/**
 * Where the rows that a file states stand on the pages, each on a line of its own: a quantity of 3 is not the one of the
 * `(3 months)` before it, nor that of another row. What its line does not show is nowhere, but for names and amounts,
 * which say of themselves what they are.
 */
export function locateRows({ paper, rows }: { paper: Paper; rows: Stated[] }): Places[] {
  const taken = new Set<TextLine>()
  return rows.map((row) => {
    const line = bestLine({ row, paper, taken })
    if (line) taken.add(line)
    const places = line ? placesIn({ row, line, context: paper.context }) : {}
    const { description, amount } = row
    for (const [column, value] of Object.entries({ description, amount })) {
      const place = places[column as 'description' | 'amount'] ?? anywhere({ paper, value })
      if (place) places[column as 'description' | 'amount'] = place
    }
    return places
  })
}

function anywhere({ paper, value }: { paper: Paper; value: string | number | undefined }): Place | null {
  return value === undefined ? null : locateValue({ paper, value })
}

/** Fewer of a row's values on a line are there by chance. */
const minShown = 2

function bestLine(search: { row: Stated; paper: Paper; taken: Set<TextLine> }): TextLine | null {
  const { row, paper, taken } = search
  let best: { line: TextLine; shown: number } | null = null
  for (const line of paper.lines) {
    if (taken.has(line)) continue
    const shown = Object.keys(placesIn({ row, line, context: paper.context })).length
    if (shown >= minShown && shown > (best?.shown ?? 0)) best = { line, shown }
  }
  return best?.line ?? null
}

function placesIn({ row, line, context }: Search): Places {
  const words = wordsOf(line)
  const name =
    typeof row.description === 'string' ? findWords({ words, value: row.description, ...context }) : []
  const figures = figuresOf({ line, words, name, context })
  const places: Places = name.length > 0 ? { description: toPlace({ line, words: name }) } : {}
  // The amount comes last; a price that is equal to it, before.
  const amount = takeFigure({ figures: figures.toReversed(), value: row.amount })
  const rest = figures.filter((figure) => figure !== amount)
  const quantity = takeFigure({ figures: rest, value: row.quantity })
  const price = takeFigure({ figures: rest.filter((figure) => figure !== quantity), value: row.unit_price })
  for (const [column, figure] of Object.entries({ quantity, unit_price: price, amount })) {
    if (figure) places[column as ItemColumn] = toPlace({ line, words: words.slice(figure.start, figure.end) })
  }
  return places
}

type Figures = { line: TextLine; words: Word[]; name: Word[]; context: ReadingContext }

/** Those that are no part of the name; before all others those that stand alone, as in a cell. */
function figuresOf({ line, words, name, context }: Figures): FoundAmount[] {
  const found = findAmounts({ words, decimalMark: context.decimalMark }).filter(
    ({ start, end }) => !words.slice(start, end).some((word) => name.includes(word)),
  )
  const isAlone = ({ start, end }: FoundAmount) =>
    line.segments.some((segment) => segment.words.length === end - start && segment.words[0] === words[start])
  return [...found.filter(isAlone), ...found.filter((figure) => !isAlone(figure))]
}

function takeFigure(input: {
  figures: FoundAmount[]
  value: string | number | undefined
}): FoundAmount | undefined {
  const size = Math.abs(Number(input.value ?? Number.NaN))
  return input.figures.find((figure) => Math.abs(Math.abs(figure.value) - size) < 0.0001)
}

function toPlace({ line, words }: { line: TextLine; words: Word[] }): Place {
  return { text: textOf(words), page: line.page, box: boxAround(words) }
}
