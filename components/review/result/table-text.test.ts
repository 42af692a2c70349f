import { expect, test } from 'vitest'
import { buildResultTree } from './result-tree'
import { tableText } from './table-text'

test('a copied table has a line per row and a tab per cell, whatever stands in the cells', () => {
  const [table] = buildResultTree({
    result: {
      lines: [
        { item: 'Pen\nblue', amount: 4.5 },
        { item: 'Ink\tblack', amount: null },
      ],
    },
    resultSchema: null,
    locale: 'en',
  })
  if (table?.kind !== 'table') throw new Error('no table')
  expect(tableText(table)).toBe('Item\tAmount\nPen blue\t4.5\nInk black\t')
})
