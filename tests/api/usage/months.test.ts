import { expect, test, vi } from 'vitest'
import { POST as refreshMonth } from '@/app/api/usage/months/[month]/refresh/route'
import { GET as getRemaining } from '@/app/api/usage/remaining/route'
import { GET as getUsage } from '@/app/api/usage/route'
import { sumUncounted } from '@/lib/documents/lifecycle/waiting-store'
import * as upstreamSettings from '@/lib/docutray/upstream'
import { changeDeskSettings } from '@/lib/settings/desk'
import { pagesLeftToSend } from '@/lib/usage/allowance'
import { eventually } from '@/tests/support/eventually'
import { callJson, signInAs } from '../support/desk'
import { addDocument } from '../support/pumps'

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

const overview = (months = 12) => callJson(getUsage, { path: `/api/usage?months=${months}` })

test('twelve months end with the current one, in the organisation’s time zone', async () => {
  const { status, body } = await overview()
  expect(status).toBe(200)
  expect(body.timeZone).toBe('America/Santiago')
  expect(body.months).toHaveLength(12)
  expect(body.months[0]).toMatchObject({ year: 2025, month: 12, pages: 0, operations: 0 })
  expect(body.current).toMatchObject({
    year: 2026,
    month: 11,
    resetsAt: '2026-12-01T03:00:00.000Z',
    daysLeft: 10,
  })
})

test('a line at the month’s edge is counted in the month that Santiago’s clocks show', async () => {
  upstreamIsGone()
  await addLine({ at: '2026-11-01T02:59:59.999Z', pages: 5 })
  await addLine({ at: '2026-11-01T03:00:00.000Z', pages: 7 })
  const { body } = await overview(2)
  expect(body.months).toMatchObject([
    { month: 10, pages: 5 },
    { month: 11, pages: 7 },
  ])
})

test('the upstream’s figure is shown, with what our own ledger adds up to beside it', async () => {
  upstreamCounts({ pages: 120, operations: 30 })
  await addLine({ at: '2026-11-20T12:00:00Z', pages: 100 })
  await addLine({ at: '2026-11-20T12:00:00Z', pages: 9, counted: false, why: 'upstream.failed' })
  const { body } = await overview()
  expect(body.current).toMatchObject({
    pages: 120,
    operations: 30,
    source: 'upstream',
    ledger: { pages: 100, operations: 1 },
  })
})

test('a closed month is asked for once and remembered for ever', async () => {
  counted.mockImplementation(async (month) => ({ ...month, successful_pages: 40, successful_conversions: 4 }))
  await overview(3)
  expect(counted.mock.calls.map(([month]) => month.month).sort()).toEqual([10, 11, 9].sort())
  counted.mockClear()
  vi.setSystemTime(new Date(now.getTime() + 3_600_000))
  const { body } = await overview(3)
  expect(counted.mock.calls.map(([month]) => month.month)).toEqual([11])
  expect(body.months[0]).toMatchObject({ month: 9, pages: 40, source: 'upstream' })
})

test('what one service said is not told of another', async () => {
  counted.mockImplementation(async (month) => ({ ...month, successful_pages: 40, successful_conversions: 4 }))
  await overview(2)
  const identity = vi.spyOn(upstreamSettings, 'upstreamIdentity').mockReturnValue('another')
  counted.mockImplementation(async (month) => ({ ...month, successful_pages: 9, successful_conversions: 1 }))
  const { body } = await overview(2)
  identity.mockRestore()
  expect(body.months).toMatchObject([{ pages: 9 }, { pages: 9 }])
})

test('a month over for less than a day is asked for again, because completions may be counted late', async () => {
  vi.setSystemTime(new Date('2026-12-01T12:00:00Z'))
  upstreamCounts({ pages: 10, operations: 1 })
  await overview(2)
  vi.setSystemTime(new Date('2026-12-01T14:00:00Z'))
  upstreamCounts({ pages: 13, operations: 2 })
  const { body } = await overview(2)
  expect(body.months[0]).toMatchObject({ month: 11, pages: 13 })
})

test('a month is asked for until ten days after its end, and then no more', async () => {
  const ask = async (at: string) => {
    vi.setSystemTime(new Date(at))
    counted.mockClear()
    await overview(2)
    return counted.mock.calls.map(([month]) => month.month)
  }
  expect(await ask('2026-12-01T12:00:00Z')).toContain(11)
  expect(await ask('2026-12-10T12:00:00Z')).toContain(11)
  expect(await ask('2026-12-12T12:00:00Z')).toContain(11)
  expect(await ask('2026-12-12T14:00:00Z')).not.toContain(11)
})

test('by hand any month is asked for again, and its figure is the new one, whenever it ended', async () => {
  const refresh = (month: string) =>
    callJson(refreshMonth, {
      path: `/api/usage/months/${month}/refresh`,
      method: 'POST',
      params: { month },
    })
  counted.mockImplementation(async (month) => ({ ...month, successful_pages: 40, successful_conversions: 4 }))
  await overview(12)
  counted.mockImplementation(async (month) => ({ ...month, successful_pages: 38, successful_conversions: 3 }))
  expect((await overview(12)).body.months[3]).toMatchObject({ year: 2026, month: 3, pages: 40 })
  const { status, body } = await refresh('2026-03')
  expect([status, body]).toMatchObject([200, { year: 2026, month: 3, pages: 38, operations: 3 }])
  expect((await overview(12)).body.months[3]).toMatchObject({ month: 3, pages: 38, source: 'upstream' })
  counted.mockClear()
  await refresh('2026-03')
  expect(counted).not.toHaveBeenCalled()

  upstreamIsGone()
  const refused = await refresh('2026-02')
  expect([refused.status, refused.body.error.code]).toEqual([503, 'upstream.unreachable'])
  expect((await overview(12)).body.months[2]).toMatchObject({ month: 2, pages: 40 })
  for (const nonsense of ['2026-13', '2026', 'x']) expect((await refresh(nonsense)).status).toBe(404)
  signInAs(uploader)
  expect((await refresh('2026-03')).status).toBe(403)
})

test('the current month is asked for at most once a minute, whatever the number of readers', async () => {
  await Promise.all([overview(1), overview(1), overview(1)])
  await overview(1)
  expect(counted).toHaveBeenCalledTimes(1)
  vi.setSystemTime(new Date(now.getTime() + 61_000))
  await overview(1)
  expect(counted).toHaveBeenCalledTimes(2)
})

test('a finished document shows in the figure at once', async () => {
  await overview(1)
  vi.setSystemTime(new Date(now.getTime() + 5_000))
  await addLine({ at: '2026-11-21T15:00:04Z', pages: 3 })
  upstreamCounts({ pages: 3, operations: 1 })
  const { body } = await overview(1)
  expect(body.current).toMatchObject({ pages: 3, source: 'upstream' })
})

test('an upstream that is gone leaves the last answer with its time, and pages finished since are not lost', async () => {
  upstreamCounts({ pages: 50, operations: 5 })
  await addLine({ at: '2026-11-21T14:00:00Z', pages: 50 })
  await overview(1)
  vi.setSystemTime(new Date('2026-11-21T16:00:00Z'))
  upstreamIsGone()
  const remembered = await overview(1)
  expect(remembered.body.current).toMatchObject({ pages: 50, source: 'remembered', asOf: now.toISOString() })
  await addLine({ at: '2026-11-21T15:30:00Z', pages: 4 })
  const known = await overview(1)
  expect(known.body.current).toMatchObject({ pages: 54, source: 'ledger' })
})

test('a slow upstream keeps nobody waiting, and its late answer is shown next time', async () => {
  let answer: () => void = () => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  counted.mockImplementation(async (month) => {
    await answered
    return { ...month, successful_pages: 70, successful_conversions: 7 }
  })
  const early = await overview(1)
  expect(early.body.current).toMatchObject({ pages: 0, source: 'ledger' })
  answer()
  await eventually(async () => {
    const late = await overview(1)
    expect(late.body.current).toMatchObject({ pages: 70, source: 'upstream' })
  })
  expect(counted).toHaveBeenCalledTimes(1)
})

test('what is left, the level and the pace follow the quota', async () => {
  await changeDeskSettings({ userId: admin.id, change: { monthlyPages: 1000 } })
  upstreamCounts({ pages: 800, operations: 90 })
  const { body } = await overview(1)
  expect(body.quota).toBe(1000)
  expect(body.current).toMatchObject({ left: 200, level: 'near' })
  // 20.5 of 30 days have passed: 800 / 20.5 × 30.
  expect(body.current.projection.pages).toBe(1171)
  expect(body.current.projection.exhaustsAt.slice(0, 10)).toBe('2026-11-26')
})

test('an uploader sees what is left but not the figures of the organisation', async () => {
  await changeDeskSettings({ userId: admin.id, change: { monthlyPages: 100 } })
  upstreamCounts({ pages: 30, operations: 3 })
  await addDocument({ owner: uploader, pages: 6, state: 'waiting' })
  await addDocument({ owner: uploader, pages: 8, state: 'processing' })
  signInAs(uploader)
  const { status, body } = await callJson(getRemaining)
  expect(status).toBe(200)
  expect(body).toMatchObject({ quota: 100, used: 30, left: 70, pending: 14, level: 'calm' })
  expect((await overview()).status).toBe(403)
  expect(
    await pagesLeftToSend({ countCommitted: async () => (await sumUncounted()).committed, now }),
  ).toEqual({ left: 62, resetsAt: new Date('2026-12-01T03:00:00Z') })
  signInAs(null)
  expect((await callJson(getRemaining)).status).toBe(401)
})
