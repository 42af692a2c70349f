import { expect, test } from 'vitest'
import { GET as exportOne } from '@/app/api/documents/[documentId]/export/route'
import { GET as exportList } from '@/app/api/documents/export/route'
import { addPerson, call, callJson, signInAs } from '../support/desk'
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

test('a result becomes CSV with a row per line, safe cells and the marks of the reader’s language', async () => {
  const documentId = await uploadOne({ as: 'ñandú.pdf' })
  await bringTo(documentId, { state: 'done', result })
  const export_ = (headers: Record<string, string>) =>
    call(exportOne, { path: '/x?format=csv', params: { documentId }, headers })

  const english = await export_({ 'accept-language': 'en' })
  expect(english.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%B1and%C3%BA.pdf.csv")
  const [head, first, second, ...rest] = await lines(english)
  expect(head).toMatch(
    /^Document,Step,State,Pages,.*,supplier\.name,total,line_items\.description,line_items\.amount$/,
  )
  expect(first).toMatch(
    /^ñandú\.pdf,Invoice Processing,Done,1,.*,"'=HYPERLINK\(""x""\)",1234\.5,Papel; carta,-2\.5$/,
  )
  expect(second).toMatch(/,1234\.5,Tinta,7$/)
  expect(rest).toEqual([])

  const spanish = await lines(await export_({ cookie: 'intray_locale=es' }))
  expect(spanish[0]).toMatch(/^Documento;Paso;Estado;/)
  expect(spanish[1]).toMatch(/;1234,5;"Papel; carta";-2,5$/)
})

test('results and lists are Excel workbooks where that is asked for', async () => {
  const documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result })
  for (const [response, name] of [
    [await call(exportOne, { path: '/x?format=xlsx', params: { documentId } }), '.pdf.xlsx'],
    [await call(exportList, { path: '/x?format=xlsx' }), 'documents.xlsx'],
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
  expect(all[0]).toMatch(/,date,total$/)
  expect(all.slice(1).map((line) => line.split(',')[0])).toEqual(['waiting.pdf', 'b.pdf', 'a.pdf'])
  expect(all[2]).toMatch(/,2026-03-01,$/)
  expect(all[3]).toMatch(/,,1$/)
  expect(await export_('state=done')).toHaveLength(3)

  signInAs(await addPerson('uploader'))
  expect(await export_('')).toHaveLength(1)
})
