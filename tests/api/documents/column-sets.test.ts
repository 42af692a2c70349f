import { beforeAll, expect, test } from 'vitest'
import { GET as exportOne } from '@/app/api/documents/[documentId]/export/route'
import { GET as exportList, POST as exportThese } from '@/app/api/documents/export/route'
import { GET as listSets } from '@/app/api/exports/route'
import { PATCH as changeSet, DELETE as deleteSet } from '@/app/api/settings/exports/[exportId]/route'
import { GET as listFields } from '@/app/api/settings/exports/fields/route'
import { POST as preview } from '@/app/api/settings/exports/preview/route'
import { POST as createSet } from '@/app/api/settings/exports/route'
import { readWorkbook } from '../../support/read-workbook'
import { addPerson, call, callJson, invoiceStep, receiptStep, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'admin' })

const result = {
  supplier: { name: '=Ácme' },
  invoice_number: '0012',
  total: '1234.5',
  line_items: [
    { description: 'Papel', amount: 10 },
    { description: 'Tinta', amount: 5 },
  ],
}
const columns = [
  { header: 'Vendor', jsonPath: '$.supplier.name' },
  { header: 'Sum', jsonPath: '/total', type: 'data' },
  { header: 'VAT', type: 'formula', formula: '=B2*0.19' },
]
const lineColumns = [
  { header: 'Number', jsonPath: '$.invoice_number' },
  { header: 'What', jsonPath: '$.line_items[*].description' },
]

const json = (method: string, body: unknown) => ({ method, body: JSON.stringify(body) })
const create = (body: object) =>
  callJson(createSet, json('POST', { name: 'Ledger', step: invoiceStep, spec: { columns }, ...body }))
const csv = async (response: Response) =>
  (await response.text()).replace('\uFEFF', '').trimEnd().split('\r\n')
const documents: string[] = []

beforeAll(async () => {
  signInAs(await addPerson('admin'))
  for (const as of ['one.pdf', 'empty.pdf']) documents.push(await uploadOne({ as, step: invoiceStep }))
  const receipt = await uploadOne({ as: 'receipt.pdf', step: receiptStep })
  await bringTo(documents[0] ?? '', { state: 'done', result })
  await bringTo(documents[1] ?? '', { state: 'done', result: { invoice_number: '7', line_items: [] } })
  await bringTo(receipt, { state: 'done', result: { total: 1 } })
})

test('an export holds its own columns and the documents of its own step, by its name or id', async () => {
  const { status, body } = await create({})
  expect(status).toBe(201)
  const [set] = body.exports
  expect(set).toMatchObject({ name: 'Ledger', step: { id: invoiceStep }, spec: { columns } })
  for (const wanted of ['Ledger', set.id]) {
    const path = `/x?${new URLSearchParams({ format: 'csv', columns: wanted, sort: 'received', order: 'asc' })}`
    const response = await call(exportList, { path })
    expect(response.headers.get('content-disposition')).toContain('Ledger.csv')
    expect((await csv(response)).toSorted()).toEqual([',,', "'=Ácme,1234.5,", 'Vendor,Sum,VAT'].toSorted())
  }
  const one = await call(exportOne, {
    path: '/x?format=csv&columns=Ledger',
    params: { documentId: documents[0] ?? '' },
  })
  expect(await csv(one)).toEqual(['Vendor,Sum,VAT', "'=Ácme,1234.5,"])
  const body_ = { ids: [documents[1]], format: 'csv', columns: 'Ledger' }
  expect(await csv(await call(exportThese, json('POST', body_)))).toEqual(['Vendor,Sum,VAT', ',,'])
  const other = await call(exportList, { path: `/x?format=csv&columns=Ledger&step=${receiptStep}` })
  expect(await csv(other)).toEqual(['Vendor,Sum,VAT'])
  const gone = await callJson(exportList, { path: '/x?format=csv&columns=gone' })
  expect([gone.status, gone.body.error.code]).toEqual([404, 'export.not_found'])
})

test('sheets are those of a workbook, lines are rows, and a document without lines is one row', async () => {
  const sheets = [
    { name: 'Totals', columns: columns.slice(0, 2) },
    { name: 'Lines', columns: lineColumns },
  ]
  await create({ name: 'Both', spec: { sheets } })
  const [totals, lines, ...none] = await readWorkbook(
    await call(exportList, { path: '/x?format=xlsx&columns=Both' }),
  )
  expect(none).toEqual([])
  expect(totals?.name).toBe('Totals')
  expect(totals?.rows).toContainEqual(['=Ácme', '1234.5'])
  expect(lines?.rows[0]).toEqual(['Number', 'What'])
  expect(lines?.rows.slice(1)).toEqual(expect.arrayContaining([['0012', 'Papel'], ['0012', 'Tinta'], ['7']]))
})

test('what is no conversionSpec is refused', async () => {
  const specs = [
    ...[{}, { columns: [] }, { sheets: [] }, { columns, sheets: [] }, { columns: [{ header: 'x' }] }],
    ...[{ columns: [{ header: '', jsonPath: '$.a' }] }, { columns: [{ header: 'x', type: 'formula' }] }],
    ...['$..a', '$.a[?(@.b)]', 'a b'].map((jsonPath) => ({ columns: [{ header: 'x', jsonPath }] })),
    { columns: [...lineColumns, { header: 'Rate', jsonPath: '$.taxes[*].rate' }] },
    { columns: [{ header: 'x', jsonPath: '$.a', width: 3 }] },
  ]
  for (const spec of specs) {
    const refused = await create({ name: 'Wrong', spec })
    expect([refused.status, refused.body.error.code], JSON.stringify(spec)).toEqual([400, 'request.invalid'])
  }
  expect((await create({ name: 'Wrong', step: 'gone' })).body.error.code).toBe('step.unknown')
})

test('exports are renamed, changed and deleted by administrators, and offered to all who see documents', async () => {
  const id = (await create({ name: 'Once' })).body.exports.find(
    (one: { name: string }) => one.name === 'Once',
  ).id
  expect((await create({ name: 'Once' })).body.error.code).toBe('export.name_taken')
  const change = (body: object) => callJson(changeSet, { ...json('PATCH', body), params: { exportId: id } })
  expect((await change({ name: 'Ledger' })).body.error.code).toBe('export.name_taken')
  await change({ name: 'Twice', spec: { columns: lineColumns } })
  signInAs(await addPerson('uploader'))
  const offered = (await callJson(listSets)).body.exports
  expect(offered.find((one: { id: string }) => one.id === id)).toMatchObject({
    ...{ name: 'Twice', spec: { columns: lineColumns } },
  })
  expect((await change({ name: 'Mine' })).status).toBe(403)
  signInAs(desk.user)
  const remove = () => callJson(deleteSet, { method: 'DELETE', params: { exportId: id } })
  expect((await remove()).status).toBe(200)
  expect((await remove()).body.error.code).toBe('export.not_found')
})

test('the fields of a step are told with their paths, and a preview shows its newest documents', async () => {
  const fields = (await callJson(listFields, { path: `/x?step=${invoiceStep}` })).body.fields
  expect(fields).toContainEqual(
    expect.objectContaining({ path: '$.line_items[*].description', list: expect.any(String) }),
  )
  expect(fields).toContainEqual(expect.objectContaining({ path: '$.supplier.name', list: null }))
  const { body } = await callJson(
    preview,
    json('POST', { step: invoiceStep, spec: { columns: lineColumns } }),
  )
  expect(body.documents).toBe(2)
  expect(body.sheets).toEqual([
    {
      name: 'Documents',
      heads: ['Number', 'What'],
      rows: expect.arrayContaining([
        ['7', null],
        ['0012', 'Papel'],
      ]),
    },
  ])
})
