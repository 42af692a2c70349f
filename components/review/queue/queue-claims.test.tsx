// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openItemsOf } from '@/lib/documents/attention/open-items'
import { documentDetail, documentSummary } from '@/tests/support/document-summary'
import { t } from '@/tests/support/render'
import { field, openQueue, result, supplier, total } from '@/tests/support/review-queue'
import { type Call, later, refusal } from '@/tests/support/stub-server'

test('a document sent to another step makes room for the next', async () => {
  const steps = ['one', 'two'].map((name) => ({ id: `stp_${name}`, name }))
  const { user } = openQueue(
    [
      { id: 'doc_1', nothingFound: true },
      { id: 'doc_2', result: { ...result, supplier: 'Bravo' } },
    ],
    {
      answers: {
        'GET /api/steps': { steps },
        'POST /api/documents/doc_1/retry': documentSummary({ id: 'doc_1', state: 'enqueued' }),
      },
    },
  )
  await user.click(await screen.findByRole('button', { name: t('review.other_step') }))
  await user.click(screen.getByRole('menuitem', { name: 'two' }))
  await user.click(await screen.findByRole('button', { name: t('review.other_step.yes') }))
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Bravo'))
})

test('the next document is there at once; undoing brings the last one back with all that was decided of it', async () => {
  const { user, sent, detailOf } = openQueue([
    { id: 'doc_1', name: 'one.pdf' },
    { id: 'doc_2', name: 'two.pdf', result: { ...result, supplier: 'Bravo' } },
  ])
  await field(supplier)
  await waitFor(() => expect(screen.getAllByTitle(/pdf/)).toHaveLength(2))
  await user.keyboard('{Enter}')
  await field(total)
  await user.keyboard('13{Enter}')
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Bravo'))
  await user.click(await screen.findByRole('button', { name: t('review.queue.undo') }))
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Acme'))
  await waitFor(() =>
    expect(sent().slice(3)).toEqual([
      ['checked', { checked: false }],
      ['values', { path: 'total', value: 12.5, was: 13 }],
      ['confirmations', { item: 'supplier', confirmed: false }],
    ]),
  )
  expect(openItemsOf(detailOf('doc_1')).map(({ id }) => id)).toEqual(['supplier', 'total'])
})

test('who holds a document is told, and it is taken over only after asking', async () => {
  const held = { id: 'doc_9', name: 'held.pdf', by: { id: 'usr_b', name: 'Ben' } }
  const { user, calls } = openQueue([], {
    claimed: [held],
    answers: {
      'PUT /api/reviews/doc_9': { until: '2026-11-21T10:00:00.000Z' },
      'GET /api/documents/doc_9': documentDetail({ id: 'doc_9', result, originalAvailable: false }),
    },
  })
  await user.click(await screen.findByRole('button', { name: t('review.queue.claimed') }))
  await user.click(screen.getByRole('menuitem', { name: /held.pdf, Ben/ }))
  expect(calls.some(({ method }) => method === 'PUT')).toBe(false)
  await user.click(screen.getByRole('button', { name: t('review.queue.take_over') }))
  await field(supplier)
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ takeOver: true })
})

test('who leaves the queue leaves its documents to others', async () => {
  const { unmount, calls } = openQueue([{ id: 'doc_1' }, { id: 'doc_2' }])
  await field(supplier)
  await waitFor(() => expect(screen.getAllByTitle(/pdf/)).toHaveLength(2))
  unmount()
  const released = calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
  expect(released).toEqual(['/api/reviews/doc_1', '/api/reviews/doc_2'])
})

const releasedOf = (calls: Call[]) =>
  calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path.split('/').at(-1))

test('what was skipped comes round again when nothing else is left', async () => {
  const { user } = openQueue([
    { id: 'doc_1', name: 'one.pdf' },
    { id: 'doc_2', name: 'two.pdf', result: { ...result, supplier: 'Bravo' } },
  ])
  await field(supplier)
  await waitFor(() => expect(screen.getAllByTitle(/pdf/)).toHaveLength(2))
  await user.click(screen.getByRole('button', { name: t('review.queue.skip') }))
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Bravo'))
  await waitFor(() => expect(screen.getAllByTitle(/pdf/)).toHaveLength(2))
  await user.click(screen.getByRole('button', { name: t('review.queue.skip') }))
  await waitFor(async () => expect((await field(supplier)).getAttribute('value')).toBe('Acme'))
})

test('a look ahead that fails leaves the document at hand', async () => {
  const first = documentDetail({ id: 'doc_1', result, originalAvailable: false })
  const { calls } = openQueue([], {
    answers: {
      'POST /api/reviews/next': ({ body }: Call) =>
        (body as { without: string[] }).without.length > 0
          ? refusal({ status: 500, code: 'internal' })
          : { document: first },
    },
  })
  await field(supplier)
  await waitFor(() => expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(2))
  await act(async () => {})
  expect(await field(supplier)).toBeTruthy()
})

test('a document that comes when the queue has been left is let go', async () => {
  const answer = later()
  const { unmount, calls } = openQueue([], { answers: { 'POST /api/reviews/next': () => answer.answer } })
  await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true))
  unmount()
  answer.resolve({ document: documentDetail({ id: 'doc_7' }) })
  await waitFor(() => expect(releasedOf(calls)).toEqual(['doc_7']))
})

test('another filter and a closed page let go of what is held', async () => {
  const { calls } = openQueue([{ id: 'doc_1' }, { id: 'doc_2' }])
  await field(supplier)
  await waitFor(() => expect(screen.getAllByTitle(/pdf/)).toHaveLength(2))
  fireEvent(window, new Event('pagehide'))
  expect(releasedOf(calls)).toEqual(['doc_1', 'doc_2'])
  act(() => history.replaceState(null, '', '/review?days=7'))
  await waitFor(() => expect(releasedOf(calls)).toHaveLength(4))
})
