import type { Paper } from '../paper/paper'
import { scoreOf, softmax } from '../ranking/softmax'
import { certaintyOf, type FieldWeights } from '../ranking/weights'
import type { ListField } from '../schema/schema-field'
import type { ListRow } from '../tables/read-lists'
import { featuresOfColumns } from './features/list-features'
import { trainedWeights } from './trained-weights'

/** Columns less certain than this are left out: one row too many, and all below it are wrong. */
const leastCertainty = 0.7

/** The columns of lists that look as if they were read row for row, as sure as such columns are. */
export function trustLists({
  paper,
  lists,
}: {
  paper: Paper
  lists: Map<ListField, ListRow[]>
}): Map<ListField, ListRow[]> {
  const trained = trainedWeights('column')
  return new Map(
    [...lists].flatMap(([list, rows]) => {
      const kept = trustRows({ paper, list, rows, trained })
      return kept.length > 0 ? [[list, kept] as const] : []
    }),
  )
}

function trustRows({
  paper,
  list,
  rows,
  trained,
}: {
  paper: Paper
  list: ListField
  rows: ListRow[]
  trained: FieldWeights
}): ListRow[] {
  const certainties = new Map(
    [...featuresOfColumns({ paper, list, rows })].map(([field, places]) => [
      field,
      certaintyOf({ share: shareOf({ places, weights: trained.weights }), calibration: trained.calibration }),
    ]),
  )
  const kept = rows.map(
    (row): ListRow =>
      new Map(
        [...row].flatMap(([field, cell]) => {
          const certainty = certainties.get(field) ?? 0
          if (certainty < leastCertainty) return []
          return [[field, { ...cell, confidence: Math.min(cell.confidence, certainty) }] as const]
        }),
      ),
  )
  return kept.some((row) => row.size > 0) ? kept : []
}

/** Whether a column is right, against nothing. */
export function shareOf({ places, weights }: { places: Int32Array; weights: Float32Array }): number {
  return softmax([scoreOf({ weights, places }), 0])[0] ?? 0
}
