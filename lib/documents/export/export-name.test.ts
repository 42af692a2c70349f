import { expect, test } from 'vitest'
import { createTranslate } from '@/lib/i18n/translate'
import { exportName } from './export-name'

const now = new Date('2026-03-01T02:00:00Z')
const nameOf = (filter: Parameters<typeof exportName>[0]['filter'], locale: 'en' | 'es' = 'en') =>
  exportName({ filter, rows: 'documents', t: createTranslate(locale), now, timeZone: 'America/Santiago' })

test.each([
  [{}, 'documents-2026-02-28'],
  [{ from: '2026-02-01', to: '2026-02-28' }, 'documents-2026-02'],
  [{ from: '2024-02-01', to: '2024-02-29' }, 'documents-2024-02'],
  [{ from: '2026-02-01', to: '2026-02-27' }, 'documents-2026-02-01..2026-02-27'],
  [{ from: '2026-02-03', to: '2026-02-03' }, 'documents-2026-02-03'],
  [{ from: '2026-02-03' }, 'documents-2026-02-03..2026-02-28'],
  [{ issuedTo: '2026-01-31' }, 'documents-..2026-01-31'],
  [{ issuedFrom: '2026-01-01', issuedTo: '2026-01-31', from: '2026-02-01' }, 'documents-2026-01'],
])('a list of %j is saved as %s', (filter, name) => {
  expect(nameOf(filter)).toBe(name)
})

test('the name is in the reader’s language', () => {
  expect(nameOf({}, 'es')).toBe('documentos-2026-02-28')
})
