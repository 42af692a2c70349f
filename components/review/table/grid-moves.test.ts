import { expect, test } from 'vitest'
import { cellAfter } from './grid-moves'

const size = { rows: 3, columns: 4 }
const from = (row: number, column: number, pressed: string) => {
  const keys = pressed.split('+')
  const move = { key: keys.at(-1) ?? '', isShift: keys.includes('Shift'), isCtrl: keys.includes('Ctrl') }
  const found = cellAfter({ ...move, at: { row, column }, size })
  return found && [found.row, found.column]
}

test.each([
  [1, 1, 'ArrowUp', [0, 1]],
  [0, 1, 'ArrowUp', [0, 1]],
  [1, 1, 'ArrowRight', [1, 2]],
  [1, 3, 'ArrowRight', [1, 3]],
  [1, 1, 'Ctrl+ArrowDown', [2, 1]],
  [1, 1, 'Ctrl+ArrowLeft', [1, 0]],
  [1, 1, 'Home', [1, 0]],
  [1, 1, 'Ctrl+End', [2, 3]],
  [1, 1, 'Enter', [2, 1]],
  [2, 1, 'Enter', [2, 1]],
  [1, 1, 'Shift+Enter', [0, 1]],
  [0, 3, 'Tab', [1, 0]],
  [1, 0, 'Shift+Tab', [0, 3]],
  [2, 3, 'Tab', null],
  [0, 0, 'Shift+Tab', null],
  [1, 1, 'x', null],
] as const)('from row %d, column %d %s leads to %j', (row, column, key, to) => {
  expect(from(row, column, key)).toEqual(to)
})
