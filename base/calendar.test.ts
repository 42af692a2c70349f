import { expect, test } from 'vitest'
import {
  addMonths,
  dayOf,
  daysLeft,
  monthKey,
  monthOf,
  monthSpan,
  recentMonths,
  startOfDay,
} from './calendar'

const start = (year: number, month: number, day: number, timeZone: string) =>
  startOfDay({ day: { year, month, day }, timeZone }).toISOString()

test('an instant belongs to the day its zone’s clocks show', () => {
  const instant = new Date('2026-03-31T22:30:00Z')
  expect(dayOf({ instant, timeZone: 'UTC' })).toEqual({ year: 2026, month: 3, day: 31 })
  expect(dayOf({ instant, timeZone: 'Europe/Madrid' })).toEqual({ year: 2026, month: 4, day: 1 })
  expect(dayOf({ instant, timeZone: 'America/Santiago' })).toEqual({ year: 2026, month: 3, day: 31 })
})

test('a day begins at midnight in whole, half and quarter hour zones and at both ends of the world', () => {
  expect(start(2026, 11, 1, 'UTC')).toBe('2026-11-01T00:00:00.000Z')
  expect(start(2026, 11, 1, 'Asia/Kolkata')).toBe('2026-10-31T18:30:00.000Z')
  expect(start(2026, 11, 1, 'Asia/Kathmandu')).toBe('2026-10-31T18:15:00.000Z')
  expect(start(2026, 11, 1, 'Pacific/Kiritimati')).toBe('2026-10-31T10:00:00.000Z')
  expect(start(2026, 11, 1, 'Pacific/Pago_Pago')).toBe('2026-11-01T11:00:00.000Z')
})

test('a day whose midnight the clocks skip begins at one o’clock', () => {
  expect(start(2023, 10, 1, 'America/Asuncion')).toBe('2023-10-01T04:00:00.000Z')
})

test('a day whose midnight comes twice begins at the first', () => {
  expect(start(2026, 11, 1, 'America/Havana')).toBe('2026-11-01T04:00:00.000Z')
})

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

test('in every zone a month begins with the first instant of its first day, 2008 to 2032', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  expect(zones.length).toBeGreaterThan(400)
  const wrong = zones.flatMap((timeZone) =>
    Array.from({ length: 25 * 12 }, (_, count) => addMonths({ year: 2008, month: 1 }, count))
      .filter((month) => {
        const startsAt = startOfDay({ day: { ...month, day: 1 }, timeZone })
        const before = monthOf({ instant: new Date(startsAt.getTime() - 1), timeZone })
        const first = dayOf({ instant: startsAt, timeZone })
        return (
          monthKey(before) !== monthKey(addMonths(month, -1)) ||
          monthKey(first) !== monthKey(month) ||
          first.day !== 1
        )
      })
      .map((month) => `${timeZone} ${monthKey(month)}`),
  )
  expect(wrong).toEqual([])
}, 120_000)
