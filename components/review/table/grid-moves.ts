/** A cell by its row and column as shown, counted from 0. */
export type CellAt = { row: number; column: number }
type GridSize = { rows: number; columns: number }

type Move = { key: string; isShift: boolean; isCtrl: boolean; at: CellAt; size: GridSize }

/** The cell that a key leads to, as in a spreadsheet; null where it leads out of the grid or is no such key. */
export function cellAfter({ key, isShift, isCtrl, at, size }: Move): CellAt | null {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: isCtrl ? 0 : Math.max(0, at.row - 1) }
    case 'ArrowDown':
      return { ...at, row: isCtrl ? last.row : Math.min(last.row, at.row + 1) }
    case 'ArrowLeft':
      return { ...at, column: isCtrl ? 0 : Math.max(0, at.column - 1) }
    case 'ArrowRight':
      return { ...at, column: isCtrl ? last.column : Math.min(last.column, at.column + 1) }
    case 'Home':
      return isCtrl ? { row: 0, column: 0 } : { ...at, column: 0 }
    case 'End':
      return isCtrl ? last : { ...at, column: last.column }
    case 'Enter':
      // With Ctrl it is the document's.
      if (isCtrl) return null
      return { ...at, row: Math.min(last.row, Math.max(0, at.row + (isShift ? -1 : 1))) }
    case 'Tab':
      return cellBeside({ by: isShift ? -1 : 1, at, size })
    default:
      return null
  }
}

/** On to the next row at the end of one; behind the last and before the first the keyboard leaves. */
function cellBeside({ by, at, size }: { by: 1 | -1; at: CellAt; size: GridSize }): CellAt | null {
  const place = at.row * size.columns + at.column + by
  if (place < 0 || place >= size.rows * size.columns) return null
  return { row: Math.floor(place / size.columns), column: place % size.columns }
}
