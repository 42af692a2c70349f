// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { t } from '@/tests/support/render'
import { openQueue } from '@/tests/support/review-queue'

const broken = { subtotal: 1420, tax: 269.8, total: 1589.8, currency: 'EUR' }
const field = (name: RegExp) => screen.findByRole('textbox', { name })

test('in review a broken rule is told in its figures, and each brings its value under the hands', async () => {
  const { user, sent } = openQueue([{ id: 'doc_1', result: broken }])
  await field(/^Subtotal, 1 of 1/)
  const heading = screen.getByRole('heading', { level: 3 })
  expect(heading.textContent).toBe('1,420.00 + 269.80 ≠ 1,589.80 (difference −100.00)')
  await user.click(screen.getByRole('button', { name: '1,589.80, Total' }))
  await waitFor(async () => expect(document.activeElement).toBe(await field(/^Total, 1 of 1/)))
  await user.keyboard('1689.80{Enter}')
  await waitFor(() =>
    expect(sent()).toEqual([
      ['values', { path: 'total', value: 1689.8, was: 1589.8 }],
      ['checked', { checked: true }],
    ]),
  )
})

test('a value that breaks a rule opens one thing more to decide, before the document is done', async () => {
  const claim = { page: 1, confidence: 0.4 }
  const right = { ...broken, total: 1689.8, _evidence: { total: claim } }
  const { user, sent } = openQueue([{ id: 'doc_1', result: right }])
  await field(/^Total, 1 of 1/)
  await user.keyboard('1589.80{Enter}')
  await screen.findByText(t('review.queue.field_of', { at: 2, count: 2 }))
  await waitFor(() => expect(screen.getByRole('heading', { level: 3 }).textContent).toContain('≠ 1,589.80'))
  await user.click(screen.getByRole('button', { name: new RegExp(t('review.queue.printed')) }))
  await waitFor(() =>
    expect(sent().slice(1)).toEqual([
      ['confirmations', { item: '_desk.totals.mismatch', confirmed: true }],
      ['checked', { checked: true }],
    ]),
  )
})

test('an invoice received before is said to be no duplicate with the same key', async () => {
  const again = {
    kind: 'finding' as const,
    id: '_same.doc_0',
    severity: 'error' as const,
    code: 'invoice.again',
    fields: ['total'],
    values: { received: '2026-11-03T10:00:00.000Z' },
    message: 'x',
  }
  const { user, sent } = openQueue([{ id: 'doc_1', result: { total: 3 }, reviewItems: [again] }])
  await field(/^Total, 1 of 1/)
  expect(screen.getByRole('button', { name: new RegExp(t('review.finding.not_again')) })).toBeTruthy()
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(sent()).toEqual([
      ['confirmations', { item: '_same.doc_0', confirmed: true }],
      ['checked', { checked: true }],
    ]),
  )
})
