import type { Word } from '../readers/reading'
import { type Candidate, collectCandidates, type Labels } from './candidates'
import type { ReadingContext } from '../extract/context'
import { type DateOrder, findDates } from '../extract/values/dates'
import { type Found, type ReadValue, toFound } from '../extract/found'
import type { Layout } from '../extract/layout/layout'
import { readDate } from '../extract/values/read-values'
import { textOf, wordsBetween } from '../extract/layout/word-text'

const cashDiscount =
  /skonto|escompte|sconto|early payment|prompt payment|pronto pago|discount|descuento|desconto|korting|rabatt/i

/**
 * The day by which the whole amount is due. Terms like `by 28.09. with 2 % discount, by 18.10. net` offer an earlier
 * day for a smaller amount first.
 */
export function findDueDate({
  layout,
  labels,
  context,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  const order = context.dateOrder
  const read = (words: Word[]) => readDate({ words, order })
  const [best] = collectCandidates({ field: 'due_date', labels, layout, read })
  const line = best && layout.lines.find(({ segments }) => segments.includes(best.hit.segment))
  if (!line) return best ?? null
  const own = line.segments.indexOf(best.hit.segment)
  const rest = [...best.hit.rest, ...line.segments.slice(own + 1).flatMap((segment) => segment.words)]
  return cashDiscount.test(textOf(rest)) ? readNetDay({ candidate: best, rest, order }) : best
}

/** Where only the day for the discount is printed, it stands in doubt. */
function readNetDay({
  candidate,
  rest,
  order,
}: {
  candidate: Candidate<string>
  rest: Word[]
  order: DateOrder
}): Found<string> {
  const { pageIndex } = candidate.hit
  const dates = findDates({ text: textOf(rest), order })
  const last = dates.at(-1)
  if (!last || dates.length < 2) return { ...candidate, confidence: Math.min(candidate.confidence, 0.5) }
  const value: ReadValue<string> = {
    value: last.value,
    words: wordsBetween({ words: rest, ...last }),
    quality: 1,
  }
  return toFound({ read: value, pageIndex, score: 0.75 })
}
