import { expect, test } from 'vitest'
import { presetDays } from './date-filter'

const now = new Date('2026-03-01T02:00:00Z')

test('today is the organisation’s day, not the machine’s', () => {
  const today = presetDays({ preset: 'today', now, timeZone: 'America/Santiago' })
  expect(today).toEqual({ from: '2026-02-28', to: '2026-02-28' })
})

test('seven days reach back over the edge of a month', () => {
  const week = presetDays({ preset: 'week', now, timeZone: 'UTC' })
  expect(week).toEqual({ from: '2026-02-23', to: '2026-03-01' })
})

test('this month begins on its first day', () => {
  expect(presetDays({ preset: 'month', now, timeZone: 'America/Santiago' }).from).toBe('2026-02-01')
})
