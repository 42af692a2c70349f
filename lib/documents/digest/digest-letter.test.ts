import { expect, test } from 'vitest'
import { digestLetter } from './digest-letter'

const desk = { timeZone: 'America/Santiago', deskUrl: 'https://desk.test' }
const at = new Date('2026-11-21T15:04:05Z')
const done = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `${index + 1}.pdf`,
    state: 'done' as const,
    errorCode: null,
    toReview: 0,
  }))
const failed = { name: 'torn.pdf', state: 'failed', errorCode: 'upstream.timed_out', toReview: 0 } as const

const digest = (documents: Parameters<typeof digestLetter>[0]['documents'], locale: 'en' | 'es' = 'en') =>
  digestLetter({ ...desk, locale, name: 'Ana', documents, open: 0, lastEndedAt: at })

test('a digest says what is done, what failed and why, and when in a named time zone', () => {
  const { subject, text } = digest([...done(2), failed])
  expect(subject).toBe('2 documents are done, 1 could not be processed')
  expect(text).toContain(
    '2 of your documents are done, 1 could not be processed. The last one finished on Nov 21, 2026, 12:04 PM (Santiago time)',
  )
  expect(text).toContain('Could not be processed:\n\n- torn.pdf: The extraction took too long')
  expect(text).toContain('Done:\n\n- 1.pdf\n- 2.pdf\n')
  expect(text).toContain('https://desk.test/account')
})

test('a digest is in the language of its reader', () => {
  const { subject, text } = digest([failed], 'es')
  expect(subject).toBe('1 documento no se pudo procesar')
  expect(text).toContain('Hola, Ana:')
  expect(text).toContain('21 nov 2026, 12:04 (hora de Santiago)')
})

test('a document says how much of it is to review', () => {
  const documents = done(2).map((one, at) => ({ ...one, toReview: at * 1234 }))
  expect(digest(documents).text).toContain('- 1.pdf\n- 2.pdf (to review: 1,234)\n')
  expect(digest(documents, 'es').text).toContain('- 2.pdf (por revisar: 1.234)')
})

test('of many documents twenty are named and the others counted', () => {
  const { subject, text } = digest(done(25))
  expect(subject).toBe('25 documents are done')
  expect(text).toContain('- 20.pdf\n- and 5 others')
  expect(text).not.toContain('21.pdf')
})
