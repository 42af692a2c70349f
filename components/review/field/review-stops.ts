import type { FindingItem, ReviewItem } from '@/lib/documents/model/review-item'
import type { ResultValue } from '../result/result-tree'

/** One thing a reviewer decides: a value, or a finding with the values it is about. */
export type ReviewStop =
  | { kind: 'field'; id: string; value: ResultValue | null; isMissing: boolean }
  | { kind: 'finding'; id: string; finding: FindingItem; fields: ResultValue[] }

/** Fields in the order of the page's values, then what is to be said of several or of none. */
export function stopsOf({ items, values }: { items: ReviewItem[]; values: ResultValue[] }): ReviewStop[] {
  const place = new Map(values.map((value, at) => [value.path, at]))
  const byPath = new Map(values.map((value) => [value.path, value]))
  const placeOf = ({ id }: ReviewItem) => place.get(id) ?? values.length
  const fields = items.filter(({ kind }) => kind !== 'finding')
  return [
    ...fields
      .toSorted((one, other) => placeOf(one) - placeOf(other))
      .map((item): ReviewStop => {
        const value = byPath.get(item.id) ?? null
        return { kind: 'field', id: item.id, value, isMissing: item.kind === 'missing' }
      }),
    ...items.flatMap((item): ReviewStop[] =>
      item.kind === 'finding'
        ? [
            {
              kind: 'finding',
              id: item.id,
              finding: item,
              fields: item.fields.flatMap((path) => byPath.get(path) ?? []),
            },
          ]
        : [],
    ),
  ]
}

type Place = { stops: readonly { id: string }[]; at: number; open: ReadonlySet<string> }

/** The next that is still open, from here to the end and then from the start; null where all is decided. */
export function nextOpen({ stops, at, open }: Place): number | null {
  const order = [...stops.keys()].map((step) => (at + 1 + step) % stops.length)
  return order.find((one) => open.has(stops[one]?.id ?? '')) ?? null
}
