import type { Confirmations } from '../model/confirmations'
import { type Corrections, placeCorrections, type Scalar, scalarSchema } from '../model/corrections'
import type { EventPlace, FieldEventKind } from '../model/field-event'
import type { FindingItem, ReviewItem } from '../model/review-item'
import { findSlot } from '../model/value-path'

/** One thing that was done, without by whom and when. */
export type FieldChange = {
  kind: FieldEventKind
  path: string | null
  from: Scalar
  to: Scalar
  finding: FindingItem | null
  /** Where on the original the value was taken from. */
  place?: EventPlace
}

type Result = Record<string, unknown>
type Corrected = { result: Result; before: Corrections; after: Corrections }

const noValues = { from: null, to: null, finding: null }

/** What became of values and rows between two states of their corrections. */
export function changesOfCorrections({ result, before, after }: Corrected): FieldChange[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = paths.filter((path) => before[path] !== after[path])
  if (changed.length === 0) return []
  const was = placeCorrections({ result, corrections: before })
  const is = placeCorrections({ result, corrections: after })
  return changed.flatMap((path): FieldChange[] => {
    const [old, now] = [before[path], after[path]]
    if (isValue(old ?? now)) {
      const [from, to] = [valueAt({ result: was, path }), valueAt({ result: is, path })]
      if (from === to) return []
      return [{ kind: now ? 'corrected' : 'restored', path, from, to, finding: null, ...placeOf(now) }]
    }
    const kind = kindOfRow({ old, now })
    const to = kind === 'row_inserted' && now && 'before' in now ? (now.before ?? null) : null
    return kind ? [{ kind, path, ...noValues, to }] : []
  })
}

type Entry = Corrections[string] | undefined
const isValue = (entry: Entry) => entry !== undefined && 'value' in entry

function placeOf(entry: Entry): { place?: EventPlace } {
  const place = entry && 'value' in entry ? entry.place : undefined
  return place ? { place: { page: place.page, box: place.box } } : {}
}

function kindOfRow({ old, now }: { old: Entry; now: Entry }): FieldEventKind | null {
  const isOut = (entry: Entry) => entry !== undefined && 'removed' in entry && entry.removed
  if (isOut(old) !== isOut(now)) return isOut(now) ? 'row_deleted' : 'row_restored'
  return !old && now ? 'row_inserted' : null
}

type Confirmed = {
  before: Confirmations
  after: Confirmations
  items: readonly ReviewItem[]
  /** As people put it right, with each path leading to its own value. */
  result: Result
}

/** What people confirmed between two states, and took back. */
export function changesOfConfirmations({ before, after, items, result }: Confirmed): FieldChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return ids
    .filter((id) => before[id]?.by.id !== after[id]?.by.id)
    .map((id) => {
      const item = items.find((one) => one.id === id)
      const finding = item?.kind === 'finding' ? item : null
      const value = finding ? null : valueAt({ result, path: id })
      return { kind: after[id] ? 'confirmed' : 'unconfirmed', path: id, from: value, to: value, finding }
    })
}

type Check = { before: string | null; after: string | null }

/** Between two people who declared all values to be in order; null for nobody. */
export function changesOfCheck({ before, after }: Check): FieldChange[] {
  return before === after ? [] : [{ kind: after ? 'checked' : 'unchecked', path: null, ...noValues }]
}

function valueAt({ result, path }: { result: Result; path: string }): Scalar {
  const slot = findSlot({ holder: result, path })
  return scalarSchema.catch(null).parse(slot?.holder[slot.key] ?? null)
}
