import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { GET as getBreakdown } from '@/app/api/usage/breakdown/route'
import { GET as exportMonths } from '@/app/api/usage/export/route'
import { GET as exportLines } from '@/app/api/usage/lines/export/route'
import { GET as getLines } from '@/app/api/usage/lines/route'
import { GET as getUsage } from '@/app/api/usage/route'
import { db } from '@/lib/db/client'
import { ledgerLines, usageMonths } from '@/lib/usage/tables'
import { call, callJson, invoiceStep } from '../support/desk'

import {
  addLine,
  admin,
  counted,
  keepUsageDesk,
  now,
  uploader,
  upstreamCounts,
  upstreamIsGone,
} from '../support/usage-desk'

keepUsageDesk()

async function everyLine({ year, month }: { year: number; month: number }) {
  const lines: { pages: number; counted: boolean }[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const search = new URLSearchParams({ year: `${year}`, month: `${month}`, limit: '7', cursor })
    const { body }: { body: { lines: typeof lines; nextCursor: string | null } } = await callJson(getLines, {
      path: `/api/usage/lines?${search}`,
    })
    lines.push(...body.lines)
    cursor = body.nextCursor
  }
  return lines
}

async function countedPages(): Promise<number> {
  const rows = await db().select().from(ledgerLines)
  return rows.filter((row) => row.counted).reduce((sum, row) => sum + row.pages, 0)
}

const overview = (months = 12) => callJson(getUsage, { path: `/api/usage?months=${months}` })

test('every line of a month can be opened, newest first and page by page', async () => {
  for (const hour of [1, 2, 3, 4, 5]) await addLine({ at: `2026-11-10T0${hour}:00:00Z`, pages: hour })
  await addLine({ at: '2026-10-10T00:00:00Z', pages: 99 })
  const lines = (search: string) =>
    callJson(getLines, { path: `/api/usage/lines?year=2026&month=11&${search}` })
  const first = await lines('limit=3')
  expect(first.body.lines.map((line: { pages: number }) => line.pages)).toEqual([5, 4, 3])
  expect(first.body.lines[0]).toMatchObject({
    person: { id: uploader.id, name: uploader.name },
    step: { id: invoiceStep },
    counted: true,
    why: 'succeeded',
  })
  const second = await lines(`limit=3&cursor=${encodeURIComponent(first.body.nextCursor)}`)
  expect(second.body.lines.map((line: { pages: number }) => line.pages)).toEqual([2, 1])
  expect(second.body.nextCursor).toBeNull()
  expect((await lines('cursor=nonsense')).status).toBe(400)
  expect((await callJson(getLines, { path: '/api/usage/lines?year=2026&month=13' })).status).toBe(400)
})

test('every month’s ledger figure is the sum of the lines that open from it, whenever they were written', async () => {
  upstreamIsGone()
  const firstMs = Date.parse('2026-08-30T00:00:00Z')
  for (let index = 0; index < 60; index += 1) {
    // Every 35 hours and 13 minutes: over three month edges and Santiago's change to summer time.
    const at = new Date(firstMs + index * 126_780_000).toISOString()
    await addLine({ at, pages: 1 + ((index * 7) % 19), counted: index % 6 !== 5 })
  }
  const { body } = await overview(4)
  for (const { year, month, ledger } of body.months) {
    const lines = await everyLine({ year, month })
    const counted = lines.filter((line) => line.counted)
    expect(counted.length).toBe(ledger.operations)
    expect(counted.reduce((sum, line) => sum + line.pages, 0)).toBe(ledger.pages)
  }
  const all = body.months.reduce((sum: number, month: { pages: number }) => sum + month.pages, 0)
  expect(all).toBe(await countedPages())
})

test('a month’s shares by person and by step add up to its ledger, and open as lines', async () => {
  await addLine({ at: '2026-11-10T00:00:00Z', pages: 4 })
  await addLine({ at: '2026-11-11T00:00:00Z', pages: 6, userId: admin.id, stepId: 'other-step' })
  await addLine({ at: '2026-11-12T00:00:00Z', pages: 9, counted: false, why: 'upstream.failed' })
  const { body } = await callJson(getBreakdown, { path: '/api/usage/breakdown?year=2026&month=11' })
  expect(body.people).toEqual([
    { id: admin.id, name: admin.name, pages: 6, operations: 1 },
    { id: uploader.id, name: uploader.name, pages: 4, operations: 1 },
  ])
  expect(body.steps.map((step: { id: string; pages: number }) => [step.id, step.pages])).toEqual([
    ['other-step', 6],
    [invoiceStep, 4],
  ])
  const path = `/api/usage/lines?year=2026&month=11&person=${uploader.id}`
  const { body: own } = await callJson(getLines, { path })
  expect(own.lines.map((line: { pages: number }) => line.pages)).toEqual([9, 4])
})

test('the months are saved as CSV with ISO months, a byte order mark and the reader’s separator', async () => {
  upstreamCounts({ pages: 12, operations: 2 })
  const response = await call(exportMonths, { path: '/api/usage/export?months=2' })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = new TextDecoder().decode(bytes).split('\r\n')
  expect(rows[0]).toBe('month,pages,operations,desk_pages,desk_operations,source,as_of,time_zone')
  expect(rows[2]).toBe(`2026-11,12,2,0,0,upstream,${now.toISOString()},America/Santiago`)
  const spanish = await call(exportMonths, {
    path: '/api/usage/export?months=1',
    headers: { cookie: 'intray_locale=es' },
  })
  expect(await spanish.text()).toContain('2026-11;12;2;0;0;upstream;')
})

test('a saved file waits for the service, and says what it has not confirmed', async () => {
  await addLine({ at: '2026-11-10T00:00:00Z', pages: 4 })
  const save = async () => {
    const file = await call(exportMonths, { path: '/api/usage/export?months=1' })
    return (await file.text()).split('\r\n')[1]
  }
  counted.mockImplementation(async (month) => {
    // Longer than a page waits.
    await sleep(2500)
    return { ...month, successful_pages: 5, successful_conversions: 1 }
  })
  expect(await save()).toMatch(/^2026-11,5,1,4,1,upstream,/)

  vi.setSystemTime(new Date(now.getTime() + 3_600_000))
  upstreamIsGone()
  expect(await save()).toMatch(/^2026-11,5,1,4,1,"?remembered, not confirmed"?,/)
  await db().delete(usageMonths)
  expect(await save()).toMatch(/^2026-11,4,1,4,1,"?ledger, not confirmed"?,/)
})

test('a month’s lines are saved as CSV, and a file name that looks like a formula is harmless', async () => {
  await addLine({ at: '2026-11-10T00:00:00Z', pages: 4, documentName: '=1+1.pdf' })
  const response = await call(exportLines, { path: '/api/usage/lines/export?year=2026&month=11' })
  const rows = (await response.text()).split('\r\n')
  expect(response.headers.get('content-disposition')).toContain('attachment; filename="pages-2026-11.csv"')
  expect(rows[1]).toContain("2026-11-10T00:00:00.000Z,'=1+1.pdf,")
  expect(rows[1]).toContain(',4,yes,succeeded')
})
