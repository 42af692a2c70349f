import { expect, test } from 'vitest'
import { quotaLetter } from './quota-letter'

const desk = { timeZone: 'America/Santiago', deskUrl: 'https://desk.test' }
const at = new Date('2026-11-21T15:04:05Z')

test('a quota mail says how much is used, of how much, and when the month ends', () => {
  const news = { ...desk, locale: 'en', name: 'Fin', used: 812, quota: 1000, resetsAt: at } as const
  const near = quotaLetter({ ...news, level: 'near', percent: 80 })
  expect(near.subject).toBe('80% of this month’s pages are used')
  expect(near.text).toContain('812 of 1,000 pages')
  const reached = quotaLetter({ ...news, level: 'reached', percent: 100 })
  expect(reached.text).toContain(
    'New documents wait until the quota resets on Nov 21, 2026, 12:04 PM (Santiago time)',
  )
})
