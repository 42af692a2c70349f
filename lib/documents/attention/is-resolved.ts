import { breachAt } from '../findings/all-items'
import type { Breach } from '../findings/breaches'
import { type FindingItem, outlivesCheck } from '../model/review-item'
import { findSlot, isObject } from '../model/value-path'

/** In the currency of the document: amounts that differ by less are equal, as the engine holds it. */
const tolerance = 0.021

type Judged = {
  finding: FindingItem
  corrected: Record<string, unknown>
  isChanged: (path: string) => boolean
  /** The rules that the values break now. */
  breaches: Breach[]
}

/** Whether what people put right has answered a finding: amounts are added up anew, other values were replaced. */
export function isResolved({ finding, corrected, isChanged, breaches }: Judged): boolean {
  const { code, fields } = finding
  // They are compared anew with other papers, and gone when these tell another story.
  if (outlivesCheck(finding)) return false
  if (!fields.some(isChanged) || breachAt({ item: finding, breaches })) return false
  if (code === 'row.mismatch') return true
  const valueAt = (path: string | undefined) => readAt({ result: corrected, path: path ?? '' })
  if (code === 'totals.mismatch') return addsUp(fields.map(valueAt))
  if (code === 'lines.mismatch') return linesAddUp({ corrected, rows: valueAt(fields[0]) })
  if (code === 'due_date.early') return String(valueAt(fields[0])) >= String(valueAt(fields[1]))
  return fields.every(isChanged)
}

/** The last is the total; there may be a tax or none. */
function addsUp(amounts: unknown[]): boolean {
  const [subtotal, ...rest] = amounts.map(toAmount)
  const total = rest.pop()
  const tax = rest[0] ?? 0
  if (subtotal == null || total == null) return false
  return [subtotal, subtotal + tax].some((sum) => isEqual(sum, total))
}

type Lines = { corrected: Record<string, unknown>; rows: unknown }

/** The rows come to an amount of the document's own, such as its subtotal or its total. */
function linesAddUp({ corrected, rows }: Lines): boolean {
  if (!Array.isArray(rows)) return false
  const amounts = Object.values(corrected)
    .map(toAmount)
    .filter((amount) => amount !== null)
  const columns = new Set(rows.flatMap((row: unknown) => (isObject(row) ? Object.keys(row) : [])))
  return [...columns].filter(isAmountColumn).some((key) => {
    const sum = rows.reduce(
      (all: number, row: unknown) => all + (isObject(row) ? (toAmount(row[key]) ?? 0) : 0),
      0,
    )
    return amounts.some((amount) => isEqual(sum, amount))
  })
}

const isAmountColumn = (key: string) => /amount|total|importe|monto/i.test(key)

function readAt({ result, path }: { result: Record<string, unknown>; path: string }): unknown {
  const slot = findSlot({ holder: result, path })
  return slot?.holder[slot.key]
}

const toAmount = (value: unknown) => (typeof value === 'number' ? value : null)
const isEqual = (one: number, other: number) => Math.abs(one - other) < tolerance
