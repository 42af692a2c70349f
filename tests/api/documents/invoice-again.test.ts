import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { PUT as putConfirmation } from '@/app/api/documents/[documentId]/confirmations/route'
import { GET as getDetail, DELETE as remove } from '@/app/api/documents/[documentId]/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { GET as list } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { compareDue, compareEarlierResults } from '@/lib/documents/comparison/compare'
import { invoiceKeys } from '@/lib/documents/invoice-keys/tables'
import type { FindingItem } from '@/lib/documents/model/review-item'
import { attempts } from '@/lib/documents/tables'
import { addPerson, callJson, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'admin' })
let supplier = ''
let papers = 0

beforeEach(() => {
  signInAs(desk.user)
  papers += 1
  supplier = `Acme ${papers}`
})

const invoice = (known: Record<string, unknown> = {}) => ({
  supplier,
  invoice_number: 'F-001/7',
  total: 119,
  currency: 'EUR',
  ...known,
})

async function upload(): Promise<string> {
  return uploadOne()
}

async function read(id: string, result: Record<string, unknown>): Promise<string> {
  await bringTo(id, { state: 'done', result })
  return id
}

/** Received and read, and compared with all that is known. */
async function receive(result: Record<string, unknown>): Promise<string> {
  const id = await read(await upload(), result)
  await compareDue()
  return id
}

const put = (id: string, body: unknown) => ({
  method: 'PUT',
  params: { documentId: id },
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const detail = async (id: string) => (await callJson(getDetail, { params: { documentId: id } })).body
const correct = async (id: string, change: { path: string; value: unknown; was: unknown }) => {
  expect((await callJson(putValue, put(id, change))).status).toBe(200)
  await compareDue()
}
const confirm = async (id: string, item: string) => {
  expect((await callJson(putConfirmation, put(id, { item, confirmed: true }))).status).toBe(200)
  await compareDue()
}

/** The findings of a document that are about other papers, by what they say of them. */
async function found(id: string): Promise<string[]> {
  const { reviewItems, toReview } = await detail(id)
  const { body } = await callJson(list, { path: `/x?q=${id}` })
  expect(body.documents[0].toReview).toBe(toReview)
  return reviewItems
    .filter(({ kind }: { kind: string }) => kind === 'finding')
    .map(({ code, values }: FindingItem) => `${code} ${values.document}`)
}

test('the same invoice again is told at the later one, with the earlier beside it, and is to review', async () => {
  const first = await receive(invoice())
  const again = await receive(
    invoice({ supplier: supplier.toUpperCase(), invoice_number: 'f 001 7', total: 119.0 }),
  )
  expect([await found(first), await found(again)]).toEqual([[], [`invoice.again ${first}`]])
  const { toReview, reviewItems } = await detail(again)
  expect(toReview).toBe(1)
  expect(reviewItems[0].fields).toEqual(['invoice_number', 'total'])
  await confirm(again, reviewItems[0].id)
  expect((await detail(again)).toReview).toBe(0)
})

test.each([
  ['another number', { invoice_number: 'F-001/8' }],
  ['another total', { total: 119.01 }],
  ['another currency', { currency: 'USD' }],
  ['no number', { invoice_number: null }],
  ['a credit note', { document_type: 'Nota de crédito' }],
  ['another tax id under the same name', { tax_id: 'X-2' }],
  ['another supplier', { supplier: 'Beta', tax_id: null }],
])('%s is another invoice', async (_name, other) => {
  await receive(invoice({ tax_id: `B-${papers}` }))
  expect(await found(await receive(invoice({ tax_id: `B-${papers}`, ...other })))).toEqual([])
})

test('the tax id makes a supplier the same under another name, and the name where one paper has none', async () => {
  const first = await receive(invoice({ tax_id: 'B-12.3' }))
  expect(await found(await receive(invoice({ supplier: 'Trading as Beta', tax_id: 'b123' })))).toEqual([
    `invoice.again ${first}`,
  ])
  expect(await found(await receive(invoice()))).toEqual([`invoice.again ${first}`])
})

test('the earlier one may be read later, or put right later', async () => {
  const first = await upload()
  const second = await receive(invoice())
  expect(await found(second)).toEqual([])
  await read(first, invoice({ total: 911 }))
  await compareDue()
  expect(await found(second)).toEqual([])
  await correct(first, { path: 'total', value: 119, was: 911 })
  expect(await found(second)).toEqual([`invoice.again ${first}`])
  await correct(first, { path: 'total', value: 911, was: 119 })
  expect(await found(second)).toEqual([])
})

test('a deleted one counts no more: the next earlier takes its place', async () => {
  const [first, second, third] = [
    await receive(invoice()),
    await receive(invoice()),
    await receive(invoice()),
  ]
  expect(await found(third)).toEqual([`invoice.again ${first}`])
  await callJson(remove, { method: 'DELETE', params: { documentId: first } })
  await compareDue()
  expect([await found(second), await found(third)]).toEqual([[], [`invoice.again ${second}`]])
})

test('two that are read at the same moment: the later received gets it, and nothing waits for anything', async () => {
  const [first, second] = [await upload(), await upload()]
  await Promise.all([read(first, invoice()), read(second, invoice())])
  await Promise.all([compareDue(), compareDue()])
  expect([await found(first), await found(second)]).toEqual([[], [`invoice.again ${first}`]])
})

test('who may not see the earlier one is not told which it is', async () => {
  await receive(invoice())
  signInAs(await addPerson('uploader'))
  const again = await receive(invoice())
  expect(await found(again)).toEqual(['invoice.again undefined'])
})

test('comparing again changes nothing; what an earlier version read is compared once it is known', async () => {
  const first = await receive(invoice())
  const again = await receive(invoice())
  await db().delete(invoiceKeys)
  const { version } = await detail(again)
  await compareEarlierResults()
  await compareDue()
  expect(await found(again)).toEqual([`invoice.again ${first}`])
  expect((await detail(again)).version).toBe(version)
})

const ibans = { old: 'ES91 2100 0418 4502 0005 1332', other: 'DE89 3704 0044 0532 0130 00' }
const paper = (number: number, iban: string | null, confidence?: number) => ({
  supplier,
  invoice_number: `N-${number}`,
  total: number,
  iban,
  ...(confidence === undefined ? {} : { _evidence: { iban: { page: 1, confidence } } }),
})

test('the first account of a supplier raises nothing, the same again neither, another is told and masked', async () => {
  const first = await receive(paper(1, ibans.old))
  const same = await receive(paper(2, ibans.old.replaceAll(' ', '')))
  const other = await receive(paper(3, ibans.other))
  expect([await found(first), await found(same), await found(other)]).toEqual([
    [],
    [],
    [`account.changed ${same}`],
  ])
  const [item] = (await detail(other)).reviewItems
  expect(item).toMatchObject({
    fields: ['iban'],
    values: { account: 'DE89 •••• 3000', before: 'ES91 •••• 1332' },
  })
  expect((await detail(other)).toReview).toBe(1)
})

test('a second paper with the other account is told as well, until a person vouches for it on one of them', async () => {
  await receive(paper(1, ibans.old))
  const [one, two] = [await receive(paper(2, ibans.other)), await receive(paper(3, ibans.other))]
  expect([await found(one), await found(two)].flat()).toHaveLength(2)
  const [item] = (await detail(two)).reviewItems
  await confirm(two, item.id)
  expect([(await detail(one)).toReview, (await detail(two)).toReview]).toEqual([0, 0])
  expect(await found(await receive(paper(4, ibans.other)))).toEqual([])
})

test('a doubtful account that is no IBAN raises nothing until a person checked it; an IBAN always does', async () => {
  await receive(paper(1, '0049-1500-05-1234567892'))
  const doubtful = await receive(paper(2, '0049-1500-05-1234567893', 0.4))
  expect(await found(doubtful)).toEqual([])
  expect(await found(await receive(paper(3, ibans.other, 0.4)))).toHaveLength(1)
  await callJson(putChecked, put(doubtful, { checked: true }))
  await compareDue()
  expect([(await found(doubtful)).length, (await detail(doubtful)).toReview]).toEqual([1, 1])
})

test('a check of all values does not answer what another paper says, which may come after it', async () => {
  const first = await upload()
  const again = await receive(invoice())
  await callJson(putChecked, put(again, { checked: true }))
  await read(first, invoice())
  await compareDue()
  expect([await found(again), (await detail(again)).toReview]).toEqual([[`invoice.again ${first}`], 1])
  await confirm(again, `_same.${first}`)
  expect((await detail(again)).toReview).toBe(0)
})

test('what was read with doubt is nothing to compare with', async () => {
  await receive(paper(1, '0049-1500-05-1234567892', 0.4))
  expect(await found(await receive(paper(2, '0049-1500-05-1234567893', 0.9)))).toEqual([])
})

test('an account put right to that of the supplier is told no more', async () => {
  await receive(paper(1, ibans.old))
  const other = await receive(paper(2, ibans.other))
  expect(await found(other)).toHaveLength(1)
  await correct(other, { path: 'iban', value: ibans.old, was: ibans.other })
  expect(await found(other)).toEqual([])
})

test('what cannot be compared waits longer each time, is given up after ten tries, and holds up no others', async () => {
  const broken = await receive(invoice())
  const ofBroken = eq(invoiceKeys.documentId, broken)
  const state = async () => (await db().select().from(invoiceKeys).where(ofBroken))[0]
  await callJson(putValue, put(broken, { path: 'total', value: 120, was: 119 }))
  await db().update(attempts).set({ reviewItems: sql`'3'::jsonb` }).where(eq(attempts.documentId, broken))
  await compareDue()
  const next = await compareDue()
  expect(next).toEqual((await state())?.nextTryAt)
  expect(await state()).toMatchObject({ failedTries: 1 })
  for (let tries = 1; tries < 10; tries += 1) {
    expect(await state()).toMatchObject({ failedTries: tries, revision: 2, compared: 1 })
    await db().update(invoiceKeys).set({ nextTryAt: new Date() }).where(ofBroken)
    await compareDue()
  }
  expect(await state()).toMatchObject({ revision: 2, compared: 2 })
  expect(await compareDue()).toBeNull()

  const first = await receive(invoice())
  expect(await found(await receive(invoice()))).toEqual([`invoice.again ${first}`])
  await db().update(attempts).set({ reviewItems: [] }).where(eq(attempts.documentId, broken))
  await correct(broken, { path: 'total', value: 119, was: 120 })
  expect(await state()).toMatchObject({ failedTries: 0, revision: 3, compared: 3 })
})

test('an earlier result whose keys cannot be noted holds up no others', async () => {
  const [broken, other] = [await receive(invoice()), await receive(invoice())]
  await db()
    .update(attempts)
    .set({ corrections: sql`'{"total": null}'::jsonb` })
    .where(eq(attempts.documentId, broken))
  await db().delete(invoiceKeys)
  await compareEarlierResults()
  const noted = (await db().select().from(invoiceKeys)).map(({ documentId }) => documentId)
  expect(noted).toContain(other)
  expect(noted).not.toContain(broken)
})
