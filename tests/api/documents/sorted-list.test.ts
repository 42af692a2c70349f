import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { GET as exportList } from '@/app/api/documents/export/route'
import { GET as listDocuments } from '@/app/api/documents/route'
import { GET as readSums } from '@/app/api/documents/sums/route'
import { db } from '@/lib/db/client'
import { move } from '@/lib/documents/lifecycle/move'
import { listSorts } from '@/lib/documents/model/list-filter'
import { attempts, documents } from '@/lib/documents/tables'
import { readWorkbook } from '../../support/read-workbook'
import { addPerson, call, callJson, signInAs } from '../support/desk'
import { bringTo } from '../support/documents'
import { addDocument } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

type Listed = {
  id: string
  name: string
  state: string
  toReview: number
  receivedAt: string
  headline: Headline | null
}
type Headline = {
  from: string | null
  number: string | null
  issued: string | null
  due: string | null
  total: number | null
}

const list = async (search: string) => (await callJson(listDocuments, { path: `/x?${search}` })).body
const names = async (search: string) => (await list(search)).documents.map(({ name }: Listed) => name)
const sums = async (search = '') => (await callJson(readSums, { path: `/x?${search}` })).body

type Paper = { name: string; result?: Record<string, unknown>; toReview?: number; receivedAt?: string }

async function addPaper({ name, result, toReview = 0, receivedAt = '2026-03-01T12:00:00Z' }: Paper) {
  const id = await addDocument({ owner: desk.user, name })
  const at = new Date(receivedAt)
  await bringTo(id, result ? { state: 'done', result, receivedAt: at } : { state: 'failed', receivedAt: at })
  await db().update(attempts).set({ toReview }).where(eq(attempts.documentId, id))
  return id
}

async function addPapers() {
  const acme = { supplier: 'Ácme', invoice_number: 'F-1', date: '2026-02-10', currency: 'EUR' }
  const beta = { supplier: 'beta  s.a.', invoice_number: 'F-1', due_date: '2026-03-03', currency: 'USD' }
  await addPaper({ name: 'a1', result: { ...acme, total: 10.5 }, toReview: 2 })
  await addPaper({ name: 'a2', result: { ...acme, total: 9 }, receivedAt: '2026-03-02T12:00:00Z' })
  await addPaper({ name: 'a3', result: { ...acme, supplier: 'ACME', total: 100 } })
  await addPaper({ name: 'b1', result: { ...beta, total: 10.5, date: '2026-01-31' }, toReview: 2 })
  await addPaper({ name: 'b2', result: { ...beta, total: -4 }, toReview: 1 })
  await addPaper({ name: 'c1', result: { total: 0.1 + 0.2 } })
  await addPaper({ name: 'none', result: { notes: 'nothing known' } })
  await addPaper({ name: 'failed' })
}

const sortedBy: Record<string, (one: Listed) => string | number | null> = {
  received: (one) => one.receivedAt,
  supplier: (one) =>
    one.headline?.from
      ?.normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase() ?? null,
  number: (one) => one.headline?.number ?? null,
  issued: (one) => one.headline?.issued ?? null,
  due: (one) => one.headline?.due ?? null,
  total: (one) => one.headline?.total ?? null,
  toReview: (one) => one.toReview,
  state: (one) => one.state,
}

test.each(listSorts.flatMap((sort) => ['asc', 'desc'].map((order) => [sort, order] as const)))(
  'pages in the order of %s %s follow each other over ties and over what has no value',
  async (sort, order) => {
    await addPapers()
    const search = `sort=${sort}&order=${order}`
    const whole: Listed[] = (await list(search)).documents
    expect(whole).toHaveLength(8)
    const values = whole.map((one) => sortedBy[sort]?.(one) ?? null)
    const there = values.filter((value) => value !== null)
    const sorted = [...there].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
    expect(values).toEqual([
      ...(order === 'asc' ? sorted : sorted.reverse()),
      ...values.filter((value) => value === null),
    ])
    for (const limit of [1, 2, 3]) {
      const seen: string[] = []
      let cursor = ''
      do {
        const page = await list(`${search}&limit=${limit}&cursor=${cursor}`)
        seen.push(...page.documents.map(({ id }: Listed) => id))
        cursor = page.nextCursor ?? ''
      } while (cursor)
      expect(seen).toEqual(whole.map(({ id }) => id))
    }
  },
)

test('a cursor of another order is refused', async () => {
  await addPapers()
  const { nextCursor } = await list('sort=total&limit=1')
  for (const search of ['sort=supplier', 'sort=total&order=asc', '']) {
    const path = `/x?${search}&cursor=${nextCursor}`
    expect((await callJson(listDocuments, { path })).status).toBe(400)
  }
})

test('the list is narrowed by supplier, however the name is written, and by days of issue and payment', async () => {
  await addPapers()
  expect(await names('supplier=acme')).toEqual(expect.arrayContaining(['a1', 'a2', 'a3']))
  expect(await names('supplier=BETA+S.A.')).toHaveLength(2)
  expect(await names('supplier=%25')).toEqual([])
  expect(await names('issuedFrom=2026-01-31&issuedTo=2026-01-31')).toEqual(['b1'])
  expect(await names('issuedFrom=2026-02-01&supplier=acme&sort=total')).toEqual(['a3', 'a1', 'a2'])
  expect(await names('dueFrom=2026-03-02&dueTo=2026-03-08')).toHaveLength(2)
  expect((await callJson(listDocuments, { path: '/x?issuedFrom=2026-02-30' })).status).toBe(400)
})

test('sums of a filter keep currencies apart, and the export of the same filter comes to the same', async () => {
  await addPapers()
  expect(await sums()).toEqual({
    documents: 8,
    sums: [
      { currency: 'EUR', total: 119.5, documents: 3 },
      { currency: 'USD', total: 6.5, documents: 2 },
      { currency: null, total: 0.1 + 0.2, documents: 1 },
    ],
  })
  expect(await sums('supplier=beta&issuedFrom=2026-01-01')).toEqual({
    documents: 1,
    sums: [{ currency: 'USD', total: 10.5, documents: 1 }],
  })
  for (const search of ['', 'supplier=acme', 'sort=total&order=asc']) {
    const [sheet] = await readWorkbook(await call(exportList, { path: `/x?format=xlsx&${search}` }))
    const [head = [], ...rows] = sheet?.rows ?? []
    const [total, currency, name] = [head.indexOf('Total'), head.indexOf('Currency'), 0]
    expect(rows.map((row) => row[name])).toEqual(await names(search))
    const { sums: expected } = await sums(search)
    for (const one of expected) {
      const ofCurrency = rows.filter((row) => (row[currency] ?? null) === one.currency)
      const sum = ofCurrency.reduce((all, row) => all + Number(row[total] ?? 0), 0)
      expect(sum).toBeCloseTo(one.total, 10)
    }
  }
})

test('nobody’s sums hold what they may not see, and what is sent anew has no values yet', async () => {
  const id = await addPaper({ name: 'mine', result: { supplier: 'Acme', total: 5 } })
  await bringTo(id, { state: 'done' })
  await move({ where: eq(documents.id, id), from: ['done'], to: { state: 'waiting' } })
  expect(await sums()).toEqual({ documents: 1, sums: [] })
  expect(await names('supplier=acme')).toEqual([])
  expect(await names('sort=supplier')).toEqual(['mine'])
  signInAs(await addPerson('uploader'))
  expect(await sums()).toEqual({ documents: 0, sums: [] })
})
