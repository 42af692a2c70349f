import { expect, test } from 'vitest'
import { createFormatter } from './format'

const english = createFormatter({ locale: 'en', timeZone: 'America/Santiago' })
const spanish = createFormatter({ locale: 'es', timeZone: 'America/Santiago' })

test('sizes use decimal units with at most one decimal', () => {
  expect(english.bytes(0)).toBe('0 bytes')
  expect(english.bytes(1)).toBe('1 byte')
  expect(english.bytes(1500)).toBe('1.5 kB')
  expect(english.bytes(104_857_600)).toBe('105 MB')
  expect(spanish.bytes(1500)).toBe('1,5 kB')
})

test('times are told in the organisation’s zone, not in the machine’s', () => {
  expect(english.date('2026-01-01T02:00:00.000Z')).toBe('Dec 31, 2025')
  expect(spanish.date('2026-01-01T02:00:00.000Z')).toBe('31 dic 2025')
})

test('months are calendar months whatever the zone', () => {
  expect(english.month({ year: 2026, month: 1 })).toBe('January 2026')
  expect(spanish.month({ year: 2026, month: 12 })).toBe('diciembre de 2026')
})

test.each([
  [400, '0.4s'],
  [9_940, '9.9s'],
  [59_400, '59s'],
  [61_000, '1m 1s'],
  [3_720_000, '1h 2m'],
])('a duration of %i ms reads %s', (ms, words) => {
  expect(english.duration(ms)).toBe(words)
})

test('a usual time is told as a range, rounded outwards, in minutes from two minutes on', () => {
  expect(english.durationRange({ fromMs: 12_400, toMs: 24_100 })).toBe('12–25 sec')
  expect(spanish.durationRange({ fromMs: 12_400, toMs: 24_100 })).toBe('12-25 s')
  expect(english.durationRange({ fromMs: 100, toMs: 700 })).toBe('1 sec')
  expect(english.durationRange({ fromMs: 90_000, toMs: 150_000 })).toBe('1–3 min')
})

test('time past is told in the largest fitting unit', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  expect(english.ago('2026-11-21T11:59:30Z', now)).toBe('30 sec. ago')
  expect(english.ago('2026-11-21T10:00:00Z', now)).toBe('2 hr. ago')
  expect(spanish.ago('2026-11-19T12:00:00Z', now)).toBe('anteayer')
})

test('money keeps its currency’s decimals and every digit it came with', () => {
  expect(english.money({ amount: 1234.5, currency: 'USD' })).toBe('$1,234.50')
  expect(english.money({ amount: 0.125, currency: 'USD' })).toBe('$0.125')
  expect(spanish.money({ amount: 1234.5, currency: 'EUR' }).replace(/\s/g, ' ')).toBe('1.234,50 €')
})

test('a calendar day is the same day whatever the zone', () => {
  expect(english.day('2026-01-01')).toBe('Jan 1, 2026')
})
