import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { CsvValue } from '../table/csv'
import { tableDownload } from './table-download'

async function* rowsOf(...rows: CsvValue[][]) {
  yield* rows
}

async function* wideRows(count: number) {
  for (let number = 0; number < count; number++) yield [`row ${number}`, ...new Array<null>(999).fill(null)]
}

const download = (rows: AsyncIterable<CsvValue[]>) =>
  tableDownload({ format: 'xlsx', name: 'ñandú', locale: 'es', rows })

/** One file out of a zip: its bytes follow its name and the extra field, whose length stands before them. */
function unzipOne({ zip, name }: { zip: Buffer; name: string }): string {
  const at = zip.indexOf(name)
  return inflateRawSync(zip.subarray(at + name.length + zip.readUInt16LE(at - 2))).toString()
}

test('a table is a workbook that holds its text as text', async () => {
  const response = await download(rowsOf(['Proveedor', 'Total'], ['=1+1 <ñ> 請求書', 1234.5]))
  expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%B1and%C3%BA.xlsx")
  const zip = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-length')).toBe(String(zip.length))
  expect(unzipOne({ zip, name: 'xl/sharedStrings.xml' })).toContain('<t>=1+1 &lt;ñ&gt; 請求書</t>')
  const sheet = unzipOne({ zip, name: 'xl/worksheets/sheet1.xml' })
  expect(sheet).toContain('<v>1234.5</v>')
  expect(sheet).not.toContain('<f>')
})

test('a table too large for a workbook comes as CSV, whole', async () => {
  const response = await download(wideRows(210))
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toContain('.csv')
  expect(
    (await response.text())
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';')[0]),
  ).toEqual(['row 0', ...Array.from({ length: 209 }, (_, index) => `row ${index + 1}`)])
})
