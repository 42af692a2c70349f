import type { ResultTable, ResultValue, Scalar } from '../result/result-tree'
import type { CellAt } from './grid-moves'
import { nextRow, type TableChange } from './table-change'

type Pasted = {
  block: string[][]
  at: CellAt
  table: ResultTable
  /** What a text means in a cell; undefined where the cell does not take it. */
  read: (
    cell: Pick<ResultValue, 'path' | 'entry' | 'value' | 'correction'>,
    text: string,
  ) => Scalar | undefined
}

/** What pasting a block changes, and the texts that their cells do not take. Rows are added where it is longer. */
export function planPaste({ block: given, at, table, read }: Pasted): {
  changes: TableChange[]
  refused: string[]
} {
  const block = isHead({ row: given[0] ?? [], table }) ? given.slice(1) : given
  const changes: TableChange[] = []
  const refused: string[] = []
  let added = 0
  for (const [down, texts] of block.entries()) {
    const row = table.rows[at.row + down]
    if (!row && !table.hasRows) break
    const rowPath = row?.path ?? nextRow({ table, after: added })
    if (!row) {
      changes.push({ kind: 'row', path: table.path, action: 'add', row: rowPath })
      added += 1
    }
    for (const [right, text] of texts.entries()) {
      const column = at.column + right
      const cell = row ? row.cells[column] : blankCell({ table, column, rowPath })
      if (!cell) break
      const value = read(cell, text)
      if (value === undefined) refused.push(text)
      else if (value !== cell.value)
        changes.push({ kind: 'correct', path: cell.path, value, was: cell.value })
    }
  }
  return { changes, refused }
}

/** A copied table has its labels on top. */
function isHead({ row, table }: { row: string[]; table: ResultTable }): boolean {
  const labels = table.columns.map(({ label }) => label)
  return row.length > 1 && row.every((text) => labels.includes(text.trim()))
}

/** A cell of a row that is not there yet, of the kind of its column. */
function blankCell({ table, column, rowPath }: { table: ResultTable; column: number; rowPath: string }) {
  const known = table.rows.findLast((row) => row.cells[column])?.cells[column]
  const key = table.columns[column]?.key
  if (!known || key === undefined) return undefined
  return { path: `${rowPath}.${key}`, entry: known.entry, value: null, correction: null }
}
