import { expect, test } from 'vitest'
import { periodDays } from './periods'

// A Saturday in Santiago, and the first of a month, a Sunday, in UTC.
const now = new Date('2026-03-01T02:00:00Z')

test.each([
  ['today', 'America/Santiago', '2026-02-28', '2026-02-28'],
  ['week', 'UTC', '2026-02-23', '2026-03-01'],
  ['this_week', 'UTC', '2026-02-23', '2026-03-01'],
  ['last_week', 'UTC', '2026-02-16', '2026-02-22'],
  ['last_week', 'America/Santiago', '2026-02-16', '2026-02-22'],
  ['month', 'America/Santiago', '2026-02-01', '2026-02-28'],
  ['last_month', 'America/Santiago', '2026-01-01', '2026-01-31'],
  ['last_month', 'UTC', '2026-02-01', '2026-02-28'],
] as const)('%s in %s is %s to %s', (period, timeZone, from, to) => {
  expect(periodDays({ period, now, timeZone })).toEqual({ from, to })
})

test('the week of a Monday begins with it, and last month may lie in last year', () => {
  const monday = new Date('2026-01-05T12:00:00Z')
  const days = (period: 'this_week' | 'last_month') => periodDays({ period, now: monday, timeZone: 'UTC' })
  expect(days('this_week')).toEqual({ from: '2026-01-05', to: '2026-01-11' })
  expect(days('last_month')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
})
