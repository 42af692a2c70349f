import { expect, test } from 'vitest'
import { GET as exportOne } from '@/app/api/documents/[documentId]/export/route'
import { GET as exportList, POST as exportThese } from '@/app/api/documents/export/route'
import { readWorkbook } from '../../support/read-workbook'
import { addPerson, call, callJson, receiptStep, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

const result = {
  supplier: { name: '=HYPERLINK("x")' },
  total: 1234.5,
  line_items: [
    { description: 'Papel; carta', amount: -2.5 },
    { description: 'Tinta', amount: 7 },
  ],
  _evidence: { total: { page: 1 } },
}

async function lines(response: Response): Promise<string[]> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return new TextDecoder().decode(bytes).trimEnd().split('\r\n')
}

test('a result becomes CSV of one row, or of one per line without the totals, with safe cells and the marks of the reader’s language', async () => {
  const documentId = await uploadOne({ as: 'ñandú.pdf' })
  await bringTo(documentId, { state: 'done', result })
  const export_ = (headers: Record<string, string>, rows = 'documents') =>
    call(exportOne, { path: `/x?format=csv&rows=${rows}`, params: { documentId }, headers })

  const english = await export_({ 'accept-language': 'en' })
  expect(english.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%B1and%C3%BA.pdf.csv")
  const [head, first, ...none] = await lines(english)
  expect(head).toMatch(/^Document,State,To review,Checked by,Checked on,Supplier · Name,Total,Step,Pages,/)
  expect(first).toMatch(/^ñandú\.pdf,Done,1,,,"'=HYPERLINK\(""x""\)",1234\.5,Invoice Processing,1,/)
  expect(none).toEqual([])

  const [, spanish] = await lines(await export_({ cookie: 'intray_locale=es' }))
  expect(spanish).toContain(';Procesamiento de facturas;')

  const [lineHead, ...rows] = await lines(await export_({ cookie: 'intray_locale=es' }, 'lines'))
  expect(lineHead).toMatch(/^ID;Documento;Proveedor;Número;Emisión;Moneda;Línea;Description;Amount$/)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/;1;"Papel; carta";-2,5$/)
  expect(rows[1]).toMatch(/;2;Tinta;7$/)
  expect(rows.join()).not.toContain('1234')
})

test('results and lists are Excel workbooks where that is asked for', async () => {
  const documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result })
  for (const [response, name] of [
    [await call(exportOne, { path: '/x?format=xlsx', params: { documentId } }), '.pdf.xlsx'],
    [
      await call(exportList, { path: '/x?format=xlsx&from=2026-02-01&to=2026-02-28' }),
      'documents-2026-02.xlsx',
    ],
  ] as const) {
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    expect(response.headers.get('content-disposition')).toContain(name)
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  }
})

test('a result becomes JSON as it was read, with what it is the result of', async () => {
  const documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result })
  const { body } = await callJson(exportOne, { path: '/x?format=json', params: { documentId } })
  expect(body).toMatchObject({ document: { id: documentId, pages: 1 }, data: result })
})

test('a document without a result is refused with 409, and an unknown format with 400', async () => {
  const documentId = await uploadOne()
  expect(await callJson(exportOne, { path: '/x?format=csv', params: { documentId } })).toMatchObject({
    status: 409,
    body: { error: { code: 'document.no_result' } },
  })
  expect((await callJson(exportOne, { path: '/x?format=xml', params: { documentId } })).status).toBe(400)
})

test('the list export holds every document of the filter, with the columns of all results', async () => {
  for (const [as, data] of [
    ['a.pdf', { total: 1 }],
    ['b.pdf', { date: '2026-03-01' }],
  ] as const)
    await bringTo(await uploadOne({ as }), { state: 'done', result: data })
  await uploadOne({ as: 'waiting.pdf' })
  const export_ = async (search: string) => lines(await call(exportList, { path: `/x?format=csv&${search}` }))

  const all = await export_('')
  expect(all[0]).toMatch(/,Date,Total,Step,/)
  expect(all.slice(1).map((line) => line.split(',')[0])).toEqual(['waiting.pdf', 'b.pdf', 'a.pdf'])
  expect(all[2]).toMatch(/,2026-03-01,,Invoice/)
  expect(all[3]).toMatch(/,,1,Invoice/)
  expect(await export_('state=done')).toHaveLength(3)

  signInAs(await addPerson('uploader'))
  expect(await export_('')).toHaveLength(1)
})

test('an Excel workbook has one row for each document, its lines beside, and totals that add up', async () => {
  const lines = [1, 2, 3].map((quantity) => ({ description: `Item ${quantity}`, quantity, code: '000123' }))
  for (const [as, total, date] of [
    ['a.pdf', 100.1, '2026-03-01'],
    ['b.pdf', 0.2, '2026-03-02'],
  ] as const) {
    const metadata = JSON.stringify({ cost_center: '0042' })
    const id = await uploadOne({ as, metadata })
    await bringTo(id, {
      state: 'done',
      result: { supplier: 'Acme', date, total, paid: true, line_items: lines },
    })
  }
  const [documents, items, ...none] = await readWorkbook(
    await call(exportList, { path: '/x?format=xlsx', headers: { cookie: 'intray_locale=es' } }),
  )
  expect(none).toEqual([])
  expect(documents).toMatchObject({ name: 'Documentos', filter: expect.stringMatching(/^A1:[A-Z]+3$/) })
  const [head = [], ...rows] = documents?.rows ?? []
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)])
  expect(column('Documento')).toEqual(['b.pdf', 'a.pdf'])
  expect(column('Estado')).toEqual(['Listo', 'Listo'])
  expect(column('Total')).toEqual([0.2, 100.1])
  expect(column('Date')).toEqual([new Date('2026-03-02'), new Date('2026-03-01')])
  expect(column('Paid')).toEqual([true, true])
  expect(column('Detalle: cost_center')).toEqual(['0042', '0042'])

  expect(items?.name).toBe('Líneas')
  const [lineHead = [], ...lineRows] = items?.rows ?? []
  expect(lineHead).toEqual([
    ...['ID', 'Documento', 'Proveedor', 'Número', 'Emisión', 'Moneda', 'Línea'],
    ...['Description', 'Quantity', 'Code'],
  ])
  expect(lineRows).toHaveLength(6)
  expect(lineRows[0]?.slice(-4)).toEqual([1, 'Item 1', 1, '000123'])
  const ids = column('ID')
  expect(new Set(lineRows.map(([id]) => id))).toEqual(new Set(ids))
})

test('documents of several steps never share a column whose values mean different things', async () => {
  const invoice = { supplier: 'Acme', total: 10, currency: 'EUR', line_items: [{ amount: 10 }] }
  await bringTo(await uploadOne({ as: 'invoice.pdf' }), { state: 'done', result: invoice })
  const receipt = { merchant: 'Kiosk', total: 5, tip: 1, line_items: [{ amount: 4 }] }
  await bringTo(await uploadOne({ as: 'receipt.pdf', step: receiptStep }), { state: 'done', result: receipt })

  const sheets = await readWorkbook(await call(exportList, { path: '/x?format=xlsx' }))
  expect(sheets.map(({ name }) => name)).toEqual([
    'Documents',
    'Receipt Processing',
    'Lines Receipt Processing',
    'Invoice Processing',
    'Lines Invoice Processing',
  ])
  const [all, receipts] = sheets
  const [head = [], ...rows] = all?.rows ?? []
  expect(rows.map((row) => [row[head.indexOf('Supplier')], row[head.indexOf('Total')]])).toEqual([
    ['Kiosk', 5],
    ['Acme', 10],
  ])
  expect(receipts?.rows[0]).toEqual(['ID', 'Document', 'Merchant', 'Total', 'Tip'])
  expect(receipts?.rows).toHaveLength(2)

  const [csvHead = '', first = ''] = await lines(await call(exportList, { path: '/x?format=csv' }))
  const heads = csvHead.split(',')
  expect(heads.filter((one) => one.endsWith('Total'))).toEqual([
    'Total',
    'Receipt Processing: Total',
    'Invoice Processing: Total',
  ])
  expect(first.split(',')[heads.indexOf('Invoice Processing: Total')]).toBe('')
  const [lineHead, ...lineRows] = await lines(await call(exportList, { path: '/x?format=csv&rows=lines' }))
  expect(lineHead).toMatch(/,Step,List,Line,Receipt Processing: Amount,Invoice Processing: Amount$/)
  expect(lineRows.map((row) => row.split(',').slice(-2))).toEqual([
    ['4', ''],
    ['', '10'],
  ])
})

test('documents are exported by their ids, and only those the reader may see', async () => {
  const ids = [await uploadOne({ as: 'a.pdf' }), await uploadOne({ as: 'b.pdf' })]
  await uploadOne({ as: 'c.pdf' })
  const export_ = async (body: unknown) =>
    call(exportThese, { method: 'POST', path: '/x', body: JSON.stringify(body) })
  const names = async () =>
    (await lines(await export_({ ids, format: 'csv' }))).slice(1).map((line) => line.split(',')[0])
  expect(await names()).toEqual(['b.pdf', 'a.pdf'])
  expect((await export_({ ids: [], format: 'csv' })).status).toBe(400)
  signInAs(await addPerson('uploader'))
  expect(await names()).toEqual([])
})
