import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { db } from '@/lib/db/client'
import * as upstream from '@/lib/docutray/calls/client'
import { AppError } from '@/lib/errors'
import { forget } from '@/lib/once'
import type { SignedInUser } from '@/lib/people/roles'
import { changeDeskSettings } from '@/lib/settings/desk'
import { ledgerLines, usageMonths } from '@/lib/usage/tables'
import { addPerson, type Desk, openDesk, signInAs } from './desk'
import { addLedgerLine, type LedgerLine } from './ledger'

// The desk of the tests keeps the time of Santiago: UTC−3 in summer, UTC−4 in winter.
export const now = new Date('2026-11-21T15:00:00Z')

/** The upstream's usage, as the tests let it answer. */
export const counted = vi.spyOn(upstream, 'getUsage')

export let uploader: SignedInUser
export let admin: SignedInUser

/** Before each test of the file: that day, nothing counted, no quota, and finance signed in. */
export function keepUsageDesk(): void {
  let desk: Desk
  let finance: SignedInUser

  beforeAll(async () => {
    desk = await openDesk()
    finance = await addPerson('finance')
    uploader = await addPerson('uploader')
    admin = await addPerson('admin')
  })
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now })
    await db().delete(ledgerLines)
    await db().delete(usageMonths)
    await changeDeskSettings({ userId: admin.id, change: { monthlyPages: null } })
    forget('usage calls')
    counted.mockReset()
    upstreamCounts({ pages: 0, operations: 0 })
    signInAs(finance)
  })
  afterEach(() => vi.useRealTimers())
  afterAll(() => desk.close())
}

export function upstreamCounts({ pages, operations }: { pages: number; operations: number }) {
  counted.mockImplementation(async ({ year, month }) => {
    const isNow = year === 2026 && month === 11
    return {
      year,
      month,
      successful_pages: isNow ? pages : 0,
      successful_conversions: isNow ? operations : 0,
    }
  })
}

export function upstreamIsGone() {
  counted.mockRejectedValue(new AppError('upstream.unreachable'))
}

/** A ledger line of the uploader's, unless its values say otherwise. */
export const addLine = (line: LedgerLine) => addLedgerLine({ userId: uploader.id, ...line })
