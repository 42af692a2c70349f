import { expect, test } from 'vitest'
import { dayOf, startOfDay } from './calendar'

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
