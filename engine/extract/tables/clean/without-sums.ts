import { bottomOf } from '@/engine/extract/layout/box'
import { segmentsWithin } from '@/engine/extract/layout/segments-by-height'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import { labelsOf } from '@/engine/extract/vocabulary/vocabulary'
import type { ListRow } from '../read-cells'

const sums = new Set(['total', 'subtotal', 'carried_over'].flatMap(labelsOf).map(toTextKey))

/** Words that say of a line that it adds up others, goes on from them, or begins before them. */
const sumWords =
  /^(?:(?:grand|sub|page|running|overall|group|section)?[\s-]*totals?|sum|summe|zwischensumme|gesamt|übertrag|suma|somme|totale|totaal|average|mean|(?:balance )?(?:brought|carried) (?:forward|over|down)|(?:opening|closing|previous|starting|ending|final) balance|saldo (?:anterior|inicial|final)|anfangssaldo|endsaldo|[bc]\/[fd]|continued|fortsetzung)\b/iu

/**
 * Rows without those that add up others: their names say so, and they fill fewer columns than rows do. Each of them
 * would move all rows behind it.
 */
export function withoutSums(rows: ListRow[]): ListRow[] {
  const sizes = rows.map(({ size }) => size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  return rows.filter((row) => row.size >= usual || !isSum(row))
}

function isSum(row: ListRow): boolean {
  const [first] = row.values()
  if (!first?.page) return false
  const { page } = first
  const middle = first.box.y + first.box.height / 2
  return segmentsWithin({ page, strip: { top: first.box.y, bottom: bottomOf(first.box) } })
    .filter(({ box }) => box.y <= middle && bottomOf(box) >= middle)
    .some(({ text }) => isSumName(text))
}

function isSumName(text: string): boolean {
  const name = text.replace(/[\d.,:%]+/g, ' ').trim()
  return sumWords.test(name) || sums.has(toTextKey(name))
}
