// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { documentRemovedQuery } from '@/lib/documents/queries'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { openPage } from '@/tests/support/review'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { DocumentPage } from './document-page'

test.each([
  [refusal({ status: 404, code: 'document.not_found' }), 'review.not_found'],
  [refusal({ status: 500, code: 'internal' }), 'problem.title'],
] as const)('a document that cannot be opened says which it is', async (answer, key) => {
  stubServer({
    'GET /api/documents/doc_9': answer,
    'GET /api/documents': { documents: [], nextCursor: null },
  })
  renderDesk(<DocumentPage id="doc_9" />, { locale: 'es' })
  expect(await screen.findByText(inSpanish(key))).toBeTruthy()
})

test('a document deleted while it is looked at says so', async () => {
  const { client } = openPage()
  client.setQueryData(documentRemovedQuery('doc_1').queryKey, true)
  expect(await screen.findByText(t('review.gone'))).toBeTruthy()
  expect(screen.getByRole('link', { name: t('review.back') }).getAttribute('href')).toBe('/documents')
})

test('without the event stream a document on its way is asked for every four seconds, one at its end is not', async () => {
  vi.useFakeTimers()
  const {
    calls,
    document: shown,
    unmount,
  } = openPage(
    { state: 'processing', result: null },
    { answers: { 'GET /api/documents/doc_1': () => shown, 'GET /api/documents/usual-times': { times: {} } } },
  )
  const asked = () => calls.filter(({ path }) => path === '/api/documents/doc_1').length
  await vi.advanceTimersByTimeAsync(3_999)
  expect(asked()).toBe(0)
  await vi.advanceTimersByTimeAsync(4_001)
  expect(asked()).toBe(2)
  unmount()
  const ended = openPage()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ended.calls.filter(({ path }) => path === '/api/documents/doc_1')).toEqual([])
})
