// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { I18nProvider } from '@/components/shell/i18n'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { liveDocumentsQuery, usualTimesQuery } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { DocumentCard } from './document-card'

const now = Date.UTC(2026, 10, 21, 20, 0, 0)
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
})
afterAll(() => {
  vi.useRealTimers()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const secondsAgo = (seconds: number) => new Date(now - seconds * 1_000).toISOString()

const document = documentSummary({
  name: 'factura.pdf',
  bytes: 120_000,
  pages: 2,
  state: 'processing',
  receivedAt: secondsAgo(20),
  sentAt: secondsAgo(18),
  enqueuedAt: secondsAgo(17),
  processingAt: secondsAgo(10),
  confirmedAt: secondsAgo(3),
  confirmedBy: 'poll',
  version: 3,
})

const usualTimes = { step: { fromMs: 12_000, toMs: 24_600, overdueMs: 60_000 } }

function openCard(changes: Partial<DocumentSummary>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  client.setQueryData(usualTimesQuery.queryKey, { times: usualTimes })
  const shown = { ...document, ...changes }
  client.setQueryData(liveDocumentsQuery.queryKey, { documents: [shown], nextCursor: null })
  render(
    <QueryClientProvider client={client}>
      <I18nProvider locale="en" timeZone="America/Santiago">
        <DocumentCard document={shown} />
      </I18nProvider>
    </QueryClientProvider>,
  )
  return client
}

describe('DocumentCard', () => {
  it('says the state in a word, how long it has lasted and what confirmed it last', () => {
    openCard({})
    expect(screen.getAllByText('Processing').length).toBeGreaterThan(0)
    expect(screen.getByText('10s')).toBeTruthy()
    expect(screen.getByText('Confirmed 3 sec. ago by asking')).toBeTruthy()
    expect(screen.queryByText('Longer than usual')).toBeNull()
  })

  it('says how long reading such a document usually takes, and says nothing where nobody knows', () => {
    openCard({})
    expect(screen.getByText('usually 12–25 sec')).toBeTruthy()
    cleanup()
    openCard({ step: { id: 'new step', name: 'New' } })
    expect(screen.queryByText(/usually/)).toBeNull()
  })

  it('past the time in which 19 of 20 ended it is called longer than usual', () => {
    openCard({ processingAt: secondsAgo(61) })
    expect(screen.getByText('Longer than usual')).toBeTruthy()
  })

  it('past the hard limit it says since when nothing is known and what can be done', () => {
    openCard({ processingAt: secondsAgo(301), confirmedAt: secondsAgo(120) })
    expect(screen.getByText(/unusually long – last confirmed 2 min. ago.*cancel it/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Cancel factura.pdf' })).toBeTruthy()
  })

  it('a document that waits says for what, and when it is tried next', () => {
    const inAMinute = new Date(now + 61_000).toISOString()
    openCard({ state: 'waiting', reason: 'outage', nextTryAt: inAMinute })
    expect(screen.getByText(/cannot be reached.*Next try in 1 min/)).toBeTruthy()
  })

  it('a failure shows its reason and the words of the service', () => {
    openCard({
      state: 'failed',
      error: { code: 'upstream.timed_out', message: 'x', detail: 'gave up after 3600 s' },
      finishedAt: secondsAgo(1),
    })
    expect(screen.getByText(/took too long/)).toBeTruthy()
    expect(screen.getByText(/gave up after 3600 s/)).toBeTruthy()
  })

  it('sending an uncertain document again asks first, because its pages may count twice', async () => {
    const fetched = vi.fn()
    vi.stubGlobal('fetch', fetched)
    openCard({ state: 'uncertain', processingAt: null })
    await userEvent.click(screen.getByRole('button', { name: 'Try factura.pdf again' }))
    expect(screen.getByRole('alertdialog')).toBeTruthy()
    expect(fetched).not.toHaveBeenCalled()
  })

  it('cancelling shows the new state at once and moves the focus to the document', async () => {
    const cancelled = { ...document, state: 'cancelled', version: 4 }
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Response.json(cancelled)),
    )
    const client = openCard({})
    await userEvent.click(screen.getByRole('button', { name: 'Cancel factura.pdf' }))
    await waitFor(() =>
      expect(client.getQueryData(liveDocumentsQuery.queryKey)?.documents[0]?.state).toBe('cancelled'),
    )
    expect(window.document.activeElement?.getAttribute('href')).toBe('/documents/doc_1')
  })

  it('a refused action says why beside the button', async () => {
    const error = { code: 'document.state_forbids', message: 'It is done already.' }
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Response.json({ error }, { status: 409 })),
    )
    openCard({})
    await userEvent.click(screen.getByRole('button', { name: 'Cancel factura.pdf' }))
    expect((await screen.findByRole('alert')).textContent).toBe('It is done already.')
  })
})
