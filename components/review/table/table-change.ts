import type { ReviewChange } from '../outbox/review-change'
import type { ResultTable } from '../result/result-tree'

type Unsent<Change> = Change extends unknown ? Omit<Change, 'key' | 'documentId' | 'at'> : never

/** One thing done to a table, as the outbox takes it. */
export type TableChange = Unsent<Extract<ReviewChange, { kind: 'correct' | 'row' }>>

/** The path that the next row of a table will have; the deleted ones keep theirs. */
export function nextRow({ table, after = 0 }: { table: ResultTable; after?: number }): string {
  return `${table.path}.${table.rows.length + table.removed.length + after}`
}

/** What takes changes of a table back, the last first; what stands in a row that was added goes with it. */
export function inverseOf({ changes, table }: { changes: TableChange[]; table: ResultTable }): TableChange[] {
  const added = changes.flatMap((change) => (change.kind === 'row' && change.row ? [`${change.row}.`] : []))
  const cells = new Map(table.rows.flatMap((row) => row.cells).map((cell) => [cell.path, cell]))
  return changes.toReversed().flatMap((change): TableChange[] => {
    if (change.kind === 'row') {
      if (change.action === 'add')
        return change.row ? [{ kind: 'row', path: change.row, action: 'remove' }] : []
      return [{ kind: 'row', path: change.path, action: change.action === 'remove' ? 'restore' : 'remove' }]
    }
    if (added.some((row) => change.path.startsWith(row))) return []
    const place = cells.get(change.path)?.correction?.place
    return [
      { kind: 'correct', path: change.path, value: change.was, was: change.value, ...(place && { place }) },
    ]
  })
}
