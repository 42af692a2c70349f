import { expect, test } from 'vitest'
import { buildResultTree, type ResultTable } from '../result/result-tree'
import { parseEntry } from '../result/value-entry'
import { parseBlock } from './clipboard-block'
import { planPaste } from './plan-paste'
import { inverseOf } from './table-change'

const result = {
  lines: [
    { item: 'Pen', amount: 4 },
    { item: 'Ink', amount: 2 },
  ],
}
const [table] = buildResultTree({ result, resultSchema: null, locale: 'en' }) as [ResultTable]

const paste = (text: string, row = 0, column = 0) =>
  planPaste({
    block: parseBlock(text),
    at: { row, column },
    table,
    read: ({ entry }, typed) => parseEntry({ text: typed, kind: entry, locale: 'en' }),
  })

test.each([
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\r\nb\r\n', [['a'], ['b']]],
  ['"two\nlines"\t"say ""hi"""', [['two\nlines', 'say "hi"']]],
  ['5" pipe\t1', [['5" pipe', '1']]],
  ['\t\n', [['', '']]],
  ['one', [['one']]],
])('%j is copied cells', (text, cells) => {
  expect(parseBlock(text)).toEqual(cells)
})

test('a block fills cells from where it is pasted, and adds rows where it is longer', () => {
  expect(paste('Pencil\t4\nInk\t2.50\nRubber\t1,000', 0)).toEqual({
    refused: [],
    changes: [
      { kind: 'correct', path: 'lines.0.item', value: 'Pencil', was: 'Pen' },
      { kind: 'correct', path: 'lines.1.amount', value: 2.5, was: 2 },
      { kind: 'row', path: 'lines', action: 'add', row: 'lines.2' },
      { kind: 'correct', path: 'lines.2.item', value: 'Rubber', was: null },
      { kind: 'correct', path: 'lines.2.amount', value: 1000, was: null },
    ],
  })
})

test('what a cell does not take is told, what lies beyond the last column is left, and a head is no row', () => {
  expect(paste('Item\tAmount\nPen\tlots\tmore', 0)).toEqual({ changes: [], refused: ['lots'] })
})

test('taken back, cells have what they had, and rows that were added are gone with what stands in them', () => {
  const { changes } = paste('Pencil\nInk\nRubber', 0)
  expect(inverseOf({ changes, table })).toEqual([
    { kind: 'row', path: 'lines.2', action: 'remove' },
    { kind: 'correct', path: 'lines.0.item', value: 'Pen', was: 'Pencil' },
  ])
  expect(inverseOf({ changes: [{ kind: 'row', path: 'lines.0', action: 'remove' }], table })).toEqual([
    { kind: 'row', path: 'lines.0', action: 'restore' },
  ])
})
