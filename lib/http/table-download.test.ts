import { expect, test } from 'vitest'
import { readWorkbook } from '@/tests/support/read-workbook'
import type { CsvValue } from '../table/csv'
import { tableDownload } from './table-download'

async function* rowsOf(...rows: CsvValue[][]) {
  yield* rows
}

const download = ({ format = 'xlsx' as 'xlsx' | 'csv', rows = rowsOf }) =>
  tableDownload({
    format,
    name: 'ñandú',
    locale: 'es',
    sheets: [
      {
        name: 'Facturas',
        columns: [{ head: 'Proveedor', isText: true }, { head: 'Total' }, { head: 'Día' }],
        rows: () => rows(['=1+1 <ñ> 請求書', 1234.5, '2026-03-01'], ['_x0041_\u0001', null, '2026-02-30']),
      },
      { name: 'Líneas: [todas]', columns: [], rows: () => rowsOf() },
    ],
  })

test('a workbook has each table on a sheet of its own, with text as text, numbers and days', async () => {
  const response = download({})
  expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%B1and%C3%BA.xlsx")
  expect(await readWorkbook(response)).toEqual([
    {
      name: 'Facturas',
      filter: 'A1:C3',
      rows: [
        ['Proveedor', 'Total', 'Día'],
        ['=1+1 <ñ> 請求書', 1234.5, new Date('2026-03-01')],
        ['_x005F_x0041_', null, '2026-02-30'],
      ],
    },
    { name: 'Líneas todas', filter: undefined, rows: [[]] },
  ])
})

test('CSV holds the first table', async () => {
  const response = download({ format: 'csv' })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [head, first] = (await response.text()).split('\r\n')
  expect([head, first]).toEqual(['Proveedor;Total;Día', "'=1+1 <ñ> 請求書;1234,5;2026-03-01"])
})

test('rows are asked for as they are taken, and no more once nobody takes them', async () => {
  const asked: number[] = []
  const endless = async function* () {
    try {
      for (let row = 0; ; row++) {
        asked.push(row)
        yield [`${row}`.padEnd(1000), row, null]
      }
    } finally {
      asked.push(-1)
    }
  }
  const reader = download({ rows: endless as never }).body?.getReader()
  await reader?.read()
  expect(asked.length).toBeLessThan(2000)
  await reader?.cancel()
  expect(asked.at(-1)).toBe(-1)
})
