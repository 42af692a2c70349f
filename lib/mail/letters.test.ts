import { expect, test } from 'vitest'
import { digestLetter } from '../documents/digest/digest-letter'
import { invitationLetter } from '../people/invitations/invitation-letter'
import { quotaLetter } from '../usage/quota-letter'

const desk = { timeZone: 'America/Santiago', deskUrl: 'https://desk.test' }
const at = new Date('2026-11-21T15:04:05Z')
const done = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `${index + 1}.pdf`,
    state: 'done' as const,
    errorCode: null,
  }))
const failed = { name: 'torn.pdf', state: 'failed', errorCode: 'upstream.timed_out' } as const

const digest = (documents: Parameters<typeof digestLetter>[0]['documents'], locale: 'en' | 'es' = 'en') =>
  digestLetter({ ...desk, locale, name: 'Ana', documents, open: 0, lastEndedAt: at })

test('a digest says what is done, what failed and why, and when in a named time zone', () => {
  const { subject, text } = digest([...done(2), failed])
  expect(subject).toBe('2 documents are done, 1 could not be read')
  expect(text).toContain(
    '2 of your documents are done, 1 could not be read. The last ended on Nov 21, 2026, 12:04:05 PM GMT-3',
  )
  expect(text).toContain('Could not be read:\n\n- torn.pdf: The extraction took too long')
  expect(text).toContain('Done:\n\n- 1.pdf\n- 2.pdf\n')
  expect(text).toContain('https://desk.test/account')
})

test('a digest is in the language of its reader', () => {
  const { subject, text } = digest([failed], 'es')
  expect(subject).toBe('1 documento no se pudo leer')
  expect(text).toContain('Hola, Ana:')
  expect(text).toContain('21 nov 2026, 12:04:05 GMT-3')
})

test('of many documents twenty are named and the others counted', () => {
  const { subject, text } = digest(done(25))
  expect(subject).toBe('25 documents are done')
  expect(text).toContain('- 20.pdf\n- and 5 others')
  expect(text).not.toContain('21.pdf')
})

test('a quota mail says how much is used, of how much, and when the month ends', () => {
  const news = { ...desk, locale: 'en', name: 'Fin', used: 812, quota: 1000, resetsAt: at } as const
  const near = quotaLetter({ ...news, level: 'near', percent: 80 })
  expect(near.subject).toBe('80% of this month’s pages are used')
  expect(near.text).toContain('812 of 1,000 pages')
  const reached = quotaLetter({ ...news, level: 'reached', percent: 100 })
  expect(reached.text).toContain(
    'New documents wait until the next month begins on Nov 21, 2026, 12:04:05 PM GMT-3',
  )
})

test('an invitation carries its link and how long it works', () => {
  const link = 'https://desk.test/invite?token=abc'
  const { text, html } = invitationLetter({ ...desk, locale: 'en', invitedBy: 'Ana', link, expiresAt: at })
  expect(text).toContain(`Choose your password: ${link}`)
  expect(html).toContain(`<a href="${link}">`)
  expect(text).toContain('GMT-3')
})
