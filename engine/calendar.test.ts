import { describe, expect, test } from 'vitest'
import { monthOf, startOfNextMonth } from './calendar'

describe('the month of an instant is that of the clocks on the wall', () => {
  test.each([
    ['2026-12-31T23:30:00Z', 'UTC', { year: 2026, month: 12 }],
    ['2026-12-31T23:30:00Z', 'Asia/Kolkata', { year: 2027, month: 1 }],
    ['2027-01-01T02:59:59Z', 'America/Santiago', { year: 2026, month: 12 }],
    ['2027-01-01T03:00:00Z', 'America/Santiago', { year: 2027, month: 1 }],
    ['2026-10-31T10:30:00Z', 'Pacific/Kiritimati', { year: 2026, month: 11 }],
  ])('%s in %s', (instant, timeZone, month) => {
    expect(monthOf({ instant: new Date(instant), timeZone })).toEqual(month)
  })
})

describe('the next month begins at local midnight', () => {
  test.each([
    [{ year: 2026, month: 12 }, 'UTC', '2027-01-01T00:00:00.000Z'],
    [{ year: 2026, month: 12 }, 'America/Santiago', '2027-01-01T03:00:00.000Z'],
    // Chile's winter time.
    [{ year: 2026, month: 6 }, 'America/Santiago', '2026-07-01T04:00:00.000Z'],
    [{ year: 2026, month: 2 }, 'Asia/Kolkata', '2026-02-28T18:30:00.000Z'],
    // The clocks change on the last Sunday of March, and of October.
    [{ year: 2026, month: 3 }, 'Europe/Madrid', '2026-03-31T22:00:00.000Z'],
    [{ year: 2026, month: 10 }, 'Europe/Madrid', '2026-10-31T23:00:00.000Z'],
  ])('after %o in %s', (month, timeZone, instant) => {
    expect(startOfNextMonth({ ...month, timeZone }).toISOString()).toBe(instant)
  })
})
