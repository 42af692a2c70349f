import { expect, test } from 'vitest'
import { forecast } from './forecast'

const span = { startsAt: new Date('2026-11-01T00:00:00Z'), endsAt: new Date('2026-12-01T00:00:00Z') }
const at = (day: number) => new Date(Date.UTC(2026, 10, day))

test('a third of the month with 400 pages makes 1,200 by its end', () => {
  expect(forecast({ used: 400, quota: null, now: at(11), span })).toEqual({ pages: 1200, exhaustsAt: null })
})

test('the day the quota runs out is told where the pace crosses it', () => {
  expect(forecast({ used: 400, quota: 800, now: at(11), span })).toEqual({ pages: 1200, exhaustsAt: at(21) })
})

test('a quota that lasts, or is used up already, has no day on which it runs out', () => {
  expect(forecast({ used: 400, quota: 2000, now: at(11), span })?.exhaustsAt).toBeNull()
  expect(forecast({ used: 800, quota: 800, now: at(11), span })?.exhaustsAt).toBeNull()
})

test('the first day and an unused month have no pace', () => {
  expect(forecast({ used: 400, quota: null, now: new Date('2026-11-01T23:59:00Z'), span })).toBeNull()
  expect(forecast({ used: 0, quota: null, now: at(11), span })).toBeNull()
})
