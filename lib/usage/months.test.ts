import { expect, test } from 'vitest'
import { addMonths, daysLeft, monthKey, monthOf, monthSpan, recentMonths } from './months'

const hours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  (endsAt.getTime() - startsAt.getTime()) / 3_600_000

test('the same instant is December in Santiago and January in Madrid', () => {
  const instant = new Date('2026-12-31T23:30:00Z')
  expect(monthOf({ instant, timeZone: 'America/Santiago' })).toEqual({ year: 2026, month: 12 })
  expect(monthOf({ instant, timeZone: 'Europe/Madrid' })).toEqual({ year: 2027, month: 1 })
})

test('a month is an hour shorter where the clocks go forward in it and an hour longer where they go back', () => {
  expect(hours(monthSpan({ month: { year: 2026, month: 3 }, timeZone: 'Europe/Madrid' }))).toBe(31 * 24 - 1)
  expect(hours(monthSpan({ month: { year: 2026, month: 10 }, timeZone: 'Europe/Madrid' }))).toBe(31 * 24 + 1)
  expect(hours(monthSpan({ month: { year: 2026, month: 9 }, timeZone: 'America/Santiago' }))).toBe(
    30 * 24 - 1,
  )
})

test('December ends where January begins', () => {
  const timeZone = 'Australia/Lord_Howe'
  const december = monthSpan({ month: { year: 2026, month: 12 }, timeZone })
  const january = monthSpan({ month: { year: 2027, month: 1 }, timeZone })
  expect(december.endsAt).toEqual(january.startsAt)
  expect(december.endsAt.toISOString()).toBe('2026-12-31T13:00:00.000Z')
})

test('the edge instant belongs to the new month and the one before it to the old', () => {
  const timeZone = 'Asia/Kolkata'
  const { startsAt } = monthSpan({ month: { year: 2026, month: 2 }, timeZone })
  expect(monthOf({ instant: startsAt, timeZone })).toEqual({ year: 2026, month: 2 })
  expect(monthOf({ instant: new Date(startsAt.getTime() - 1), timeZone })).toEqual({ year: 2026, month: 1 })
})

test('months are counted across year ends in both directions', () => {
  expect(addMonths({ year: 2026, month: 11 }, 2)).toEqual({ year: 2027, month: 1 })
  expect(addMonths({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 })
  expect(addMonths({ year: 2026, month: 1 }, -13)).toEqual({ year: 2024, month: 12 })
})

test('twelve recent months end with the current one', () => {
  const months = recentMonths({ now: new Date('2026-11-21T12:00:00Z'), count: 12, timeZone: 'UTC' })
  expect(months.map(monthKey)).toEqual([
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
    '2026-11',
  ])
})

test('today counts among the days left, and a leap February has 29', () => {
  expect(daysLeft({ now: new Date('2026-11-30T23:00:00Z'), timeZone: 'UTC' })).toBe(1)
  expect(daysLeft({ now: new Date('2028-02-01T00:00:00Z'), timeZone: 'UTC' })).toBe(29)
  expect(daysLeft({ now: new Date('2026-12-01T02:00:00Z'), timeZone: 'America/Santiago' })).toBe(1)
})
