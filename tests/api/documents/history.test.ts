import { beforeEach, expect, test } from 'vitest'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { PUT as putConfirmation } from '@/app/api/documents/[documentId]/confirmations/route'
import { GET as exportOne } from '@/app/api/documents/[documentId]/export/route'
import { GET as getHistory } from '@/app/api/documents/[documentId]/history/route'
import { GET as getDetail } from '@/app/api/documents/[documentId]/route'
import { PUT as putRow } from '@/app/api/documents/[documentId]/rows/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { GET as exportList } from '@/app/api/documents/export/route'
import { applyCorrections } from '@/lib/documents/model/corrections'
import type { FieldEvent } from '@/lib/documents/model/field-event'
import { addPerson, call, callJson, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { replayEvents, withoutNulls } from '../support/replay-events'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'admin' })

const result = {
  supplier: 'Acme',
  total: 1420,
  due_date: null,
  line_items: [{ description: 'Bread', amount: 1000 }, { description: 'Milk' }],
  _evidence: { supplier: { page: 1, confidence: 0.4 } },
}
const validation = { errors: { count: 1, messages: ['Odd.'] }, warnings: { count: 0, messages: [] } }
let documentId: string

beforeEach(async () => {
  signInAs(desk.user)
  documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result, validation })
})

const put = (body: unknown) => ({
  method: 'PUT',
  params: { documentId },
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const correct = (path: string, { value, was }: { value: unknown; was: unknown }) =>
  callJson(putValue, put({ path, value, was }))
const changeRow = (path: string, action: string) => callJson(putRow, put({ path, action }))
const confirm = (item: string, confirmed = true) => callJson(putConfirmation, put({ item, confirmed }))
const check = (checked: boolean) => callJson(putChecked, put({ checked }))
const page = async (search = '') =>
  (await callJson(getHistory, { path: `/x?${search}`, params: { documentId } })).body
const history = async (): Promise<FieldEvent[]> => (await page('limit=500')).events
const told = async () =>
  (await history()).map(({ by, kind, path, from, to }) => [by.name, kind, path, from, to])

test('the second corrector does not hide the first; what was read again is told as well', async () => {
  const ana = desk.user
  await correct('total', { value: 1240, was: 1420 })
  const luis = await addPerson('admin')
  signInAs(luis)
  await correct('total', { value: 1250, was: 1240 })
  await correct('total', { value: 1420, was: 1250 })
  expect(await told()).toEqual([
    [luis.name, 'restored', 'total', 1250, 1420],
    [luis.name, 'corrected', 'total', 1240, 1250],
    [ana.name, 'corrected', 'total', 1420, 1240],
  ])
})

test('one who comes too late is told what stands there, and nothing is noted', async () => {
  await correct('total', { value: 1240, was: 1420 })
  const late = await correct('total', { value: 1, was: 1420 })
  expect([late.status, late.body.error.value]).toEqual([409, 1240])
  expect(await told()).toHaveLength(1)
})

test('doing again what is done already is no event', async () => {
  await correct('total', { value: 1240, was: 1420 })
  await correct('total', { value: 1240, was: 1420 })
  await confirm('supplier')
  await confirm('supplier')
  await changeRow('line_items.0', 'remove')
  await changeRow('line_items.0', 'remove')
  await check(true)
  await check(true)
  expect((await history()).map(({ kind }) => kind)).toEqual([
    'checked',
    'row_deleted',
    'confirmed',
    'corrected',
  ])
})

test('rows, confirmations with what was confirmed, and checks are told; a correction takes a check back', async () => {
  await changeRow('line_items', 'add')
  await changeRow('line_items.0', 'remove')
  await changeRow('line_items.0', 'restore')
  await confirm('_error.0')
  await confirm('_error.0', false)
  await confirm('supplier')
  await check(true)
  await correct('total', { value: 1, was: 1420 })
  const events = await history()
  expect(events.map(({ kind, path }) => [kind, path])).toEqual([
    ['unchecked', null],
    ['corrected', 'total'],
    ['checked', null],
    ['confirmed', 'supplier'],
    ['unconfirmed', '_error.0'],
    ['confirmed', '_error.0'],
    ['row_restored', 'line_items.0'],
    ['row_deleted', 'line_items.0'],
    ['row_inserted', 'line_items.2'],
  ])
  expect(events.find(({ path }) => path === '_error.0')?.finding?.message).toBe('Odd.')
  expect(events.find(({ path }) => path === 'supplier')).toMatchObject({ from: 'Acme', to: 'Acme' })
})

test('a long history comes in pages, the newest first, without gap or repetition', async () => {
  for (let value = 1; value <= 7; value += 1)
    await correct('total', { value, was: value === 1 ? 1420 : value - 1 })
  const values: unknown[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { events, nextCursor }: Awaited<ReturnType<typeof page>> = await page(`limit=3&cursor=${cursor}`)
    values.push(...events.map(({ to }: FieldEvent) => to))
    cursor = nextCursor
  }
  expect(values).toEqual([7, 6, 5, 4, 3, 2, 1])
})

test('each file that people save is told by every document in it, with how many there were', async () => {
  await call(exportOne, { path: '/x?format=json', params: { documentId } }).then((file) => file.text())
  await call(exportOne, { path: '/x?format=csv', params: { documentId } }).then((file) => file.text())
  const first = documentId
  documentId = await uploadOne()
  await call(exportList, { path: '/x?format=xlsx' }).then((file) => file.arrayBuffer())
  const [listed] = await history()
  expect(listed).toMatchObject({ kind: 'exported', by: { id: desk.user.id, name: desk.user.name } })
  const { body } = await callJson(getDetail, { params: { documentId: first } })
  documentId = body.id
  const exports = (await history()).map((event) => event.export)
  expect(exports.map((one) => one?.format)).toEqual(['xlsx', 'csv', 'json'])
  expect(exports[0]).toEqual(listed?.export)
  expect(exports[0]?.documents).toBeGreaterThan(1)
})

test('nobody reads the history of a document they may not see', async () => {
  signInAs(await addPerson('uploader'))
  expect((await callJson(getHistory, { params: { documentId } })).status).toBe(404)
})

test('a thousand edits at random, done again one by one, come to the present values', async () => {
  const random = seeded(7)
  const pick = <One>(from: One[]): One => from[Math.floor(random() * from.length)] as One
  let { body: before } = await callJson(getDetail, { params: { documentId } })
  const act = async (answer: Promise<{ status: number; body: typeof before }>) => {
    const { status, body } = await answer
    if (status === 200) before = body
  }
  for (let edit = 0; edit < 1000; edit += 1) {
    const rows =
      2 + Object.values<{ added?: boolean }>(before.corrections).filter(({ added }) => added).length
    const row = `line_items.${Math.floor(random() * rows)}`
    const chance = random()
    if (chance < 0.05) await act(changeRow('line_items', 'add'))
    else if (chance < 0.25) await act(changeRow(row, pick(['remove', 'restore'])))
    else {
      const path = pick(['total', 'due_date', 'supplier', `${row}.amount`, `${row}.description`])
      const values = /amount|total/.test(path) ? [1420, 1000, 5, 6, null] : ['2026-12-01', '2026-12-02', null]
      // Now and then by one who has not seen the last change.
      const was = random() < 0.9 ? valueIn({ document: before, path }) : 'unseen'
      await act(correct(path, { value: pick<unknown>(values), was }))
    }
  }
  const { body } = await callJson(getDetail, { params: { documentId } })
  const events: FieldEvent[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const next: Awaited<ReturnType<typeof page>> = await page(`limit=400&cursor=${cursor}`)
    events.push(...next.events)
    cursor = next.nextCursor
  }
  expect(events.length).toBeGreaterThan(400)
  const replayed = replayEvents({ result, events: events.toReversed() })
  const present = applyCorrections({ result, corrections: body.corrections })
  expect(withoutNulls(replayed)).toEqual(withoutNulls(present))
}, 600_000)

type Valued = { document: { corrections: Record<string, { value?: unknown }> }; path: string }

function valueIn({ document, path }: Valued): unknown {
  const corrected = document.corrections[path]
  if (corrected) return corrected.value ?? null
  return (
    path
      .split('.')
      .reduce((holder: unknown, key) => (holder as Record<string, unknown> | undefined)?.[key], result) ??
    null
  )
}

/** Park and Miller's generator: the same numbers in each run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
