// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { usualTimesQuery } from '@/lib/documents/queries'
import { documentDetail } from '@/tests/support/document-summary'
import { createClient, inSpanish, renderDesk, t } from '@/tests/support/render'
import { EndedView } from './ended-view'
import { WaitingView } from './waiting-view'

const now = Date.UTC(2026, 10, 21, 20, 0, 0)
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now }))
const secondsAgo = (seconds: number) => new Date(now - seconds * 1_000).toISOString()

const times = { step: { fromMs: 12_000, toMs: 24_600, overdueMs: 60_000 } }

function openWaiting(known: Partial<DocumentDetail>, locale: 'en' | 'es' = 'en') {
  const client = createClient()
  client.setQueryData(usualTimesQuery.queryKey, { times })
  const document = documentDetail({ state: 'processing', finishedAt: null, result: null, ...known })
  return renderDesk(<WaitingView document={document} />, { client, locale })
}

describe('a document on its way', () => {
  const reading = {
    receivedAt: secondsAgo(20),
    sentAt: secondsAgo(18),
    enqueuedAt: secondsAgo(17),
    processingAt: secondsAgo(10),
    confirmedAt: secondsAgo(3),
    confirmedBy: 'poll' as const,
  }

  it('says where it stands, stage by stage, with how long each lasted and how long this one has', async () => {
    openWaiting(reading)
    expect(screen.getByRole('heading', { name: t('review.waiting.title.processing') })).toBeTruthy()
    const stages = within(screen.getByRole('list', { name: t('review.stages') })).getAllByRole('listitem')
    const words = (key: 'passed' | 'now' | 'pending') => `, ${t(`review.stage.${key}`)}`
    expect(stages.map((stage) => stage.textContent?.replace(/\d+:\d+:\d+\s[AP]M/, ' '))).toEqual([
      `${t('review.stage.received')}${words('passed')} 2s`,
      `${t('review.stage.sent')}${words('passed')} 1s`,
      `${t('review.stage.enqueued')}${words('passed')} 7s`,
      `${t('review.stage.processing')}${words('now')} 10s`,
      `${t('review.stage.finished')}${words('pending')}`,
    ])
    expect(screen.getByText(t('updated.ago', { ago: '3 sec. ago' }))).toBeTruthy()
  })

  it('says how long a document like it usually takes, or that it takes longer', () => {
    const { unmount } = openWaiting(reading)
    expect(screen.getByText(t('review.waiting.usual', { range: '12–25 sec' }))).toBeTruthy()
    unmount()
    openWaiting({ ...reading, processingAt: secondsAgo(61) })
    expect(screen.getByText(t('review.waiting.overdue', { range: '12–25 sec' }))).toBeTruthy()
  })

  it('past all patience says since when nothing is known, and what a person can do', () => {
    openWaiting({ ...reading, processingAt: secondsAgo(301), confirmedAt: null, confirmedBy: null })
    expect(screen.getByText(t('card.stuck_unconfirmed')).closest('p')?.textContent).toContain(
      t('card.stuck_hint'),
    )
  })

  it('that waits says for what, and when it is tried next', () => {
    openWaiting({ state: 'waiting', reason: 'outage', nextTryAt: secondsAgo(-60) })
    expect(screen.getByRole('status').textContent).toBe(`${t('reason.outage')} ${t('review.waiting.text')}`)
    expect(screen.getByText(t('review.waiting.next_try', { ago: 'in 1 min.' }))).toBeTruthy()
  })

  it('whose next try has come says nothing of it', () => {
    openWaiting({ state: 'waiting', reason: 'outage', nextTryAt: secondsAgo(1) })
    expect(screen.queryByText(/Next try/)).toBeNull()
  })

  it('whose sending was not answered says why it is not sent again by itself', () => {
    openWaiting({ state: 'uncertain', sentAt: secondsAgo(40) }, 'es')
    expect(screen.getByText(inSpanish('review.waiting.uncertain'))).toBeTruthy()
    expect(screen.queryByText(/12/)).toBeNull()
  })
})

test.each(['done', 'failed', 'cancelled'] as const)('a document that is %s waits for nothing', (state) => {
  openWaiting({ state })
  expect(screen.queryByRole('heading')).toBeNull()
})

test('a document that failed says why in our words and in those of the service, and what can be done', () => {
  const error = { code: 'upstream.timed_out', message: 'x', detail: 'gave up after 3600 s' }
  const failed = documentDetail({ state: 'failed', error })
  const { unmount } = renderDesk(
    <EndedView document={failed} actions={<button type="button">again</button>} />,
  )
  expect(screen.getByText(new RegExp(t('error.upstream.timed_out')))).toBeTruthy()
  expect(screen.getByText(t('review.failed.detail', { detail: 'gave up after 3600 s' }))).toBeTruthy()
  expect(screen.getByRole('button', { name: 'again' })).toBeTruthy()
  unmount()
  const unknown = { code: 'of.another.version', message: 'x', detail: null }
  renderDesk(<EndedView document={documentDetail({ state: 'failed', error: unknown })} actions={null} />)
  expect(screen.getByText(t('error.upstream.failed'))).toBeTruthy()
  expect(screen.queryByText(/The service says/)).toBeNull()
})

test('a cancelled document keeps its original, and says so', () => {
  renderDesk(<EndedView document={documentDetail({ state: 'cancelled' })} actions={null} />, { locale: 'es' })
  expect(screen.getByText(inSpanish('review.cancelled.text'))).toBeTruthy()
})
