// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { FieldEvent } from '@/lib/documents/model/field-event'
import type { DocumentAttempt, DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetail } from '@/tests/support/document-summary'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { openPage } from '@/tests/support/review'
import { stubServer } from '@/tests/support/stub-server'
import { HistoryView } from './history-view'

function openHistory(
  attempts: DocumentAttempt[],
  known: Partial<DocumentDetail> = {},
  locale: 'en' | 'es' = 'en',
) {
  stubServer({ 'GET /api/documents/doc_1/history': { events: [], nextCursor: null } })
  const document = documentDetail({ ...known, attempts })
  return renderDesk(<HistoryView document={document} values={[]} onShow={() => {}} />, { locale })
}

const attempt = (number: number, known: Partial<DocumentAttempt> = {}): DocumentAttempt => ({
  number,
  state: 'done',
  executionId: null,
  startedAt: '2026-11-21T20:00:00.000Z',
  sentAt: '2026-11-21T20:00:01.000Z',
  enqueuedAt: null,
  processingAt: null,
  finishedAt: '2026-11-21T20:00:10.000Z',
  error: null,
  pagesCounted: 2,
  result: null,
  ...known,
})

test('the history tells each attempt: how it ended, what it cost, and why it failed', async () => {
  const error = { code: 'upstream.failed', message: 'x', detail: 'torn' }
  const failed = attempt(1, { state: 'failed', error, pagesCounted: 0, executionId: 'exec_1' })
  const { user } = openHistory([attempt(2), failed])
  const [second, first] = screen.getAllByRole('article').map((article) => within(article))
  expect(second?.getByText(t('review.history.pages', { pages: 2 }))).toBeTruthy()
  expect(second?.getAllByText(t('state.done'))).toHaveLength(2)
  expect(first?.getByRole('heading').textContent).toBe(t('review.history.attempt', { number: 1 }))
  expect(first?.getByText(t('review.history.pages', { pages: 0 }))).toBeTruthy()
  expect(first?.getByText(t('error.upstream.failed'))).toBeTruthy()
  expect(first?.getByText(t('review.failed.detail', { detail: 'torn' }))).toBeTruthy()
  const label = t('review.history.execution')
  await user.click(screen.getByRole('button', { name: t('review.value.copy', { label }) }))
  expect(await navigator.clipboard.readText()).toBe('exec_1')
})

test('what an earlier attempt read is listed when asked for, with the names of its fields', async () => {
  const earlier = attempt(1, {
    result: { total: 1234.5, supplier: null, lines: [{ price: 1 }, { price: 2 }], _evidence: {} },
  })
  const resultSchema = { properties: { total: { titles: { es: 'Importe' } } } }
  const { user } = openHistory([attempt(2), earlier], { resultSchema }, 'es')
  expect(screen.getByText(inSpanish('review.values.count', { found: 3 }))).toBeTruthy()
  expect(screen.queryByText('Importe')).toBeNull()
  await user.click(screen.getByRole('button', { name: inSpanish('review.values.expand') }))
  const named = screen
    .getAllByRole('term')
    .map((term) => [term.textContent, term.nextElementSibling?.textContent])
  expect(named).toEqual([
    ['Importe', expect.stringMatching(/1\.?234,5/)],
    ['Lines 1 · Price', '1'],
    ['Lines 2 · Price', '2'],
  ])
  await user.click(screen.getByRole('button', { name: inSpanish('review.values.collapse') }))
  expect(screen.queryByRole('term')).toBeNull()
})

test('a fault that this desk does not know is told in the words it came with', () => {
  const error = { code: 'of.another.version', message: 'Something else.', detail: null }
  openHistory([attempt(1, { error })])
  expect(screen.getByText('Something else.')).toBeTruthy()
})

test('a document never sent has no history', () => {
  openHistory([], {}, 'es')
  expect(screen.getByText(inSpanish('review.history.none'))).toBeTruthy()
})

const event = (sequence: number, known: Partial<FieldEvent>): FieldEvent => ({
  sequence,
  attempt: 1,
  at: '2026-11-21T20:00:00.000Z',
  by: { id: 'usr_1', name: 'Ana' },
  kind: 'corrected',
  path: 'total',
  from: null,
  to: null,
  place: null,
  finding: null,
  export: null,
  ...known,
})

const odd = {
  kind: 'finding' as const,
  id: '_error.0',
  severity: 'error' as const,
  code: null,
  fields: [],
  values: {},
}
const events: FieldEvent[] = [
  event(12, { kind: 'exported', path: null, export: { id: 'x', format: 'xlsx', documents: 2 } }),
  event(11, { kind: 'checked', path: null }),
  event(10, { kind: 'confirmed', path: '_error.0', finding: { ...odd, message: 'Odd.' } }),
  event(9, { kind: 'row_deleted', path: 'lines.1' }),
  event(8, { kind: 'corrected', from: 1420, to: 1240 }),
  event(7, { kind: 'corrected', path: 'lines.0.price', to: 2, attempt: 0 }),
]
const read = {
  result: {
    total: 1240,
    currency: 'EUR',
    lines: [{ price: 2 }, { price: 3 }],
    _evidence: { total: { page: 1 } },
  },
  resultSchema: { properties: { total: { titles: { es: 'Importe' } }, lines: { titles: { es: 'Líneas' } } } },
  attempts: [attempt(1)],
}

test('what people did is told in words, in the language of the reader, page by page', async () => {
  const earlier = { events: [event(1, { kind: 'restored', from: 5, to: null })], nextCursor: null }
  const { user } = openPage(read, {
    locale: 'es',
    answers: {
      'GET /api/documents/doc_1/history': { events, nextCursor: '7' },
      'GET /api/documents/doc_1/history?cursor=7': earlier,
    },
  })
  await user.click(screen.getByRole('tab', { name: inSpanish('review.tab.history') }))
  const list = await screen.findByRole('region', { name: inSpanish('review.history.changes') })
  const lines = () =>
    within(list)
      .getAllByRole('listitem')
      .map((line) => line.querySelector('p')?.textContent?.replace(/\s/g, ' '))
  expect(lines()).toEqual([
    'Ana lo exportó (XLSX, 2 documentos)',
    'Ana marcó el documento como revisado',
    'Ana respondió «Así está impreso»: Odd.',
    'Ana eliminó Líneas 2',
    'Ana cambió Importe de 1.420,00 € a 1.240,00 €',
    'Ana completó Líneas 1 · Price: 2,00 €',
  ])
  await user.click(within(list).getByRole('button', { name: inSpanish('review.history.earlier') }))
  await vi.waitFor(() => expect(lines()).toHaveLength(7))
  expect(lines().at(-1)).toBe('Ana volvió a vaciar Importe, donde no se había leído nada')
})

test('the name of a field leads to it; one of an earlier attempt leads nowhere', async () => {
  const { user } = openPage(read, {
    answers: { 'GET /api/documents/doc_1/history': { events, nextCursor: null } },
  })
  await user.click(screen.getByRole('tab', { name: t('review.tab.history') }))
  const list = await screen.findByRole('region', { name: t('review.history.changes') })
  expect(within(list).queryByRole('button', { name: /Price/ })).toBeNull()
  await user.click(within(list).getByRole('button', { name: 'Total' }))
  await vi.waitFor(() => {
    expect(document.activeElement?.getAttribute('data-value')).toBe('total')
  })
})
