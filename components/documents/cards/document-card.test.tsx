// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { liveDocumentsQuery, usualTimesQuery } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { createClient, inSpanish, renderDesk, t } from '@/tests/support/render'
import { later, refusal, stubServer } from '@/tests/support/stub-server'
import { DocumentCard } from './document-card'

const now = Date.UTC(2026, 10, 21, 20, 0, 0)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
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

function openCard(changes: Partial<DocumentSummary>, locale: 'en' | 'es' = 'en') {
  const client = createClient()
  client.setQueryData(usualTimesQuery.queryKey, { times: usualTimes })
  const shown = { ...document, ...changes }
  client.setQueryData(liveDocumentsQuery.queryKey, { documents: [shown], nextCursor: null })
  return renderDesk(<DocumentCard document={shown} />, { client, locale })
}
const button = (name: string) => screen.queryByRole<HTMLButtonElement>('button', { name })
const stages = () => screen.getAllByRole('listitem').map((stage) => stage.textContent)

describe('DocumentCard', () => {
  it('says the state in a word, how long it has lasted and what confirmed it last', () => {
    openCard({})
    expect(screen.getAllByText('Processing').length).toBeGreaterThan(0)
    expect(screen.getByText('10s')).toBeTruthy()
    expect(screen.getByText('Updated 3 sec. ago')).toBeTruthy()
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
    expect(screen.getByText(/unusually long/).closest('p')?.textContent).toBe(
      `${t('card.stuck', { ago: '2 min. ago' })} ${t('card.stuck_hint')}`,
    )
    expect(screen.getByRole('button', { name: 'Cancel factura.pdf' })).toBeTruthy()
  })

  it('a document that waits says for what, and when it is tried next', () => {
    const inAMinute = new Date(now + 61_000).toISOString()
    openCard({ state: 'waiting', reason: 'outage', nextTryAt: inAMinute })
    expect(screen.getByText(t('reason.outage')).closest('p')?.textContent).toBe(
      `${t('reason.outage')} ${t('card.next_try', { in: 'in 1 min.' })}`,
    )
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

  it('processing an uncertain document again asks first, because its pages may count twice', async () => {
    const calls = stubServer({
      'POST /api/documents/doc_1/retry': { ...document, state: 'waiting', version: 4 },
    })
    const { user, client } = openCard({ state: 'uncertain', processingAt: null })
    await user.click(screen.getByRole('button', { name: t('card.retry', { name: 'factura.pdf' }) }))
    expect(screen.getByRole('alertdialog').textContent).toContain(t('card.uncertain.text', { pages: 2 }))
    expect(calls).toEqual([])
    await user.click(screen.getByRole('button', { name: t('card.uncertain.yes') }))
    await waitFor(() =>
      expect(client.getQueryData(liveDocumentsQuery.queryKey)?.documents[0]?.state).toBe('waiting'),
    )
  })

  it('a failed document is sent again without a question; its buttons wait for the answer', async () => {
    const answer = later()
    stubServer({ 'POST /api/documents/doc_1/retry': () => answer.answer })
    const { user } = openCard({ state: 'failed', processingAt: null })
    const retry = screen.getByRole<HTMLButtonElement>('button', { name: /again/ })
    await user.click(retry)
    expect(retry.disabled).toBe(true)
    answer.resolve(refusal({ message: 'It is done already.' }))
    expect((await screen.findByRole('alert')).textContent).toBe('It is done already.')
    expect(retry.disabled).toBe(false)
  })

  it('cancelling what was sent asks first, then shows the new state at once and moves the focus to the document', async () => {
    const calls = stubServer({
      'POST /api/documents/doc_1/cancel': { ...document, state: 'cancelled', version: 4 },
    })
    const { user, client } = openCard({})
    await user.click(screen.getByRole('button', { name: t('card.cancel', { name: 'factura.pdf' }) }))
    expect(screen.getByRole('alertdialog').textContent).toContain(
      t('review.confirm.cancel_sent', { pages: 2 }),
    )
    expect(calls).toEqual([])
    await user.click(screen.getByRole('button', { name: t('review.confirm.cancel_yes') }))
    await waitFor(() =>
      expect(client.getQueryData(liveDocumentsQuery.queryKey)?.documents[0]?.state).toBe('cancelled'),
    )
    expect(window.document.activeElement?.getAttribute('href')).toBe('/documents/doc_1')
  })

  it('an action that did not reach the server says so beside the button, in the reader’s language', async () => {
    stubServer({})
    const { user } = openCard({ state: 'waiting', processingAt: null }, 'es')
    await user.click(screen.getByRole('button', { name: inSpanish('card.cancel', { name: 'factura.pdf' }) }))
    expect((await screen.findByRole('alert')).textContent).toBe(inSpanish('problem.offline'))
  })

  it.each([
    ['waiting', true, false],
    ['sending', false, false],
    ['uncertain', true, true],
    ['enqueued', true, false],
    ['done', false, false],
    ['failed', false, true],
    ['cancelled', false, true],
  ] as const)('%s: can be cancelled %s, sent again %s', (state, canCancel, canRetry) => {
    openCard({ state })
    expect(button(t('card.cancel', { name: 'factura.pdf' })) !== null).toBe(canCancel)
    expect(button(t('card.retry', { name: 'factura.pdf' })) !== null).toBe(canRetry)
  })

  it('leads with supplier, amount, day and number, and names the file after them', () => {
    const headline = {
      from: 'Acme',
      number: 'F-7',
      issued: '2026-03-12',
      due: null,
      total: 1190,
      currency: 'EUR',
    }
    openCard({ state: 'done', headline, attempt: 2, finishedAt: secondsAgo(4) })
    const link = screen.getByRole('link', { name: /Acme/ })
    expect([...link.children].map(({ textContent }) => textContent)).toEqual([
      'Acme€1,190.00',
      'Mar 12, 2026 · F-7',
      'factura.pdffactura.pdf· 2 pages · Invoice',
    ])
    expect(screen.getByText(t('card.attempt', { number: 2 }))).toBeTruthy()
  })

  it('a first attempt is not counted, and a headline without a total has none', () => {
    openCard({
      headline: { from: null, number: 'F-7', issued: null, due: null, total: null, currency: null },
    })
    expect(screen.queryByText(/Attempt/)).toBeNull()
    expect(screen.getByTitle('F-7')).toBeTruthy()
    expect(screen.getByText(t('card.no_supplier'))).toBeTruthy()
  })

  it('what has not been read is named by its file, with what is known of it', () => {
    openCard({})
    expect(screen.getByText(/120 kB/).textContent).toBe('120 kB · 2 pages · Invoice')
  })

  it('while it is worked on each stage says how long it lasted, and afterwards there are none', () => {
    openCard({})
    expect(stages()).toEqual([
      `2s${t('card.stage.received')}`,
      `8s${t('card.stage.sent')}`,
      t('card.stage.processing'),
      t('card.stage.finished'),
    ])
    cleanup()
    openCard({ state: 'done', finishedAt: secondsAgo(4) })
    expect(screen.queryAllByRole('listitem')).toEqual([])
  })

  it.each([
    [{ state: 'processing' }, 'border-l-working'],
    [{ state: 'done' }, 'border-l-good'],
    [{ state: 'done', toReview: 1 }, 'border-l-attention'],
    [{ state: 'done', nothingFound: true }, 'border-l-attention'],
    [{ state: 'failed' }, 'border-l-bad'],
  ] as const)('the edge of %j has its colour beside the word', (changes, edge) => {
    openCard(changes)
    expect(screen.getByRole('article').className).toContain(edge)
  })

  it.each([
    [{ state: 'done', toReview: 1200 }, 'to_review.count', { number: '1,200' }],
    [{ state: 'done', nothingFound: true, toReview: 1 }, 'nothing_found', {}],
    [{ state: 'done', warnings: 2, checkedAt: secondsAgo(1) }, 'card.checked', {}],
    [{ state: 'waiting', reason: 'quota' }, 'reason.quota', {}],
  ] as const)('what there is to know of %j', (changes, key, values) => {
    openCard(changes)
    expect(screen.getByText(t(key, values))).toBeTruthy()
  })

  it('a document that waits for its turn alone needs no words', () => {
    openCard({ state: 'waiting', reason: 'queue' })
    expect(screen.queryByText(t('reason.queue'))).toBeNull()
    expect(screen.getByTitle(t('reason.queue'))).toBeTruthy()
  })

  it('the first page in small gives way to a sign where it cannot be drawn', () => {
    const { container } = openCard({})
    const picture = container.querySelector('img') as HTMLImageElement
    expect([picture.getAttribute('src'), picture.alt]).toEqual(['/api/documents/doc_1/thumbnail', ''])
    fireEvent.error(picture)
    expect(container.querySelector('img')).toBeNull()
  })
})
