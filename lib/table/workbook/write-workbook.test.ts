import { expect, test } from 'vitest'
import { columnName } from './parts'
import { sheetNames } from './write-workbook'

test('columns are counted in letters', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

test('names of sheets are short, plain and differ in more than capitals', () => {
  const names = [
    'a/b',
    'A B',
    'Procesamiento de facturas de compra',
    'Procesamiento de facturas de comercios',
  ]
  expect(sheetNames(names.map((name) => ({ name })))).toEqual([
    'a b',
    'A B 2',
    'Procesamiento de facturas de co',
    'Procesamiento de facturas de 2',
  ])
})
