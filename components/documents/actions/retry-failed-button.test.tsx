// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { RetryTarget } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { renderDesk, t } from '@/tests/support/render'
import { later, stubServer } from '@/tests/support/stub-server'
import type { BulkOutcome } from './bulk-outcome'
import { BulkOutcomeNotice } from './bulk-outcome-notice'
import { RetryFailedButton, RetryFiltered } from './retry-failed-button'

function Page({ count, target }: { count: number; target: RetryTarget }) {
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  return (
    <>
      <RetryFailedButton count={count} pages={31} target={target} onDone={setOutcome} />
      {outcome ? <BulkOutcomeNotice outcome={outcome} onClose={() => setOutcome(null)} /> : null}
    </>
  )
}

function openPage(page: { count: number; target: RetryTarget }, answers: unknown[]) {
  const calls = stubServer({ 'POST /api/documents/retry': () => answers.shift() })
  return { ...renderDesk(<Page {...page} />), bodies: () => calls.map(({ body }) => body) }
}

const sent = (count: number) =>
  Array.from({ length: count }, (_, index) => documentSummary({ id: `doc_${index}` }))

async function retryAll({ user }: ReturnType<typeof renderDesk>) {
  await user.click(screen.getByRole('button', { name: /failed again$/ }))
  await user.click(screen.getByRole('button', { name: t('table.bulk.retry') }))
}
const failed: RetryTarget = { filter: { state: ['failed'] } }

test('the price is said before anything is sent', async () => {
  const { user, bodies } = openPage({ count: 14, target: failed }, [])
  await user.click(screen.getByRole('button', { name: t('cards.retry_failed', { count: 14 }) }))
  expect(screen.getByRole('alertdialog').textContent).toContain(
    t('table.bulk.confirm.retry_text', { pages: 31 }),
  )
  expect(bodies()).toEqual([])
})

test('one call sends them; what was sent and what could not be stays on the page with its reason', async () => {
  const refused = ['a.pdf', 'b.pdf'].map((name) => ({ id: name, name, code: 'x', message: 'It is gone.' }))
  const view = openPage({ count: 14, target: failed }, [{ documents: sent(12), refused, left: 0 }])
  await retryAll(view)
  const notice = await screen.findByRole('alert')
  expect(notice.textContent).toContain('12 documents are processed again. 2 could not be processed again:')
  expect(notice.textContent).toContain('It is gone. a.pdf, b.pdf')
  expect(view.bodies()).toEqual([{ filter: { state: 'failed' } }])
  expect(document.activeElement?.contains(notice)).toBe(true)
  expect(document.activeElement).not.toBe(document.body)
  await view.user.click(screen.getByRole('button', { name: t('common.close') }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a filter of more than one call’s worth is sent until nothing is left, and says how far it is', async () => {
  const second = later()
  const view = openPage({ count: 4, target: failed }, [
    { documents: sent(2), refused: [], left: 2 },
    second.answer,
  ])
  await retryAll(view)
  const working = await screen.findByRole<HTMLButtonElement>('button', {
    name: t('table.bulk.working', { done: 2, count: 4 }),
  })
  expect(working.disabled).toBe(true)
  second.resolve({ documents: sent(2), refused: [], left: 0 })
  expect((await screen.findByRole('status')).textContent).toContain('4 documents are processed again.')
  expect(view.bodies()).toHaveLength(2)
})

test('ids go five hundred a call', async () => {
  const ids = Array.from({ length: 501 }, (_, index) => `doc_${index}`)
  const answer = { documents: sent(1), refused: [], left: 0 }
  const view = openPage({ count: 501, target: { ids } }, [answer, answer])
  await retryAll(view)
  await screen.findByRole('status')
  expect(view.bodies()).toEqual([{ ids: ids.slice(0, 500) }, { ids: ['doc_500'] }])
})

test('a call that moves nothing is not made again', async () => {
  const view = openPage({ count: 2, target: failed }, [{ documents: [], refused: [], left: 2 }])
  await retryAll(view)
  await screen.findByRole('status')
  expect(view.bodies()).toHaveLength(1)
})

test('a call that fails leaves what was sent before, and says that the rest was not tried', async () => {
  const view = openPage({ count: 4, target: failed }, [{ documents: sent(2), refused: [], left: 2 }])
  await retryAll(view)
  const words = (await screen.findByRole('alert')).textContent
  expect(words).toContain(t('table.bulk.result.retry', { count: 2 }))
  expect(words).toContain(t('table.bulk.stopped', { reason: t('problem.offline') }))
})

test('of more than three refused with one reason the first three are named', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const outcome = { action: 'remove' as const, changed: 0, refusals: [{ reason: '', names }], problem: null }
  renderDesk(<BulkOutcomeNotice outcome={outcome} onClose={() => {}} />)
  const words = screen.getByRole('alert').textContent
  expect(words).toContain(`${t('problem.offline')} a, b, c and 2 others`)
  expect(words).not.toContain(t('table.bulk.result.remove', { count: 0 }))
})

test.each([
  [{}, { state: 'failed' }],
  [
    { step: 'inv', state: ['failed', 'done'] as const },
    { state: 'failed', step: 'inv' },
  ],
])('all that failed within %j are counted and sent', async (filter, asked) => {
  const calls = stubServer({
    'GET /api/documents/retry': { documents: 3, pages: 5 },
    'POST /api/documents/retry': { documents: sent(3), refused: [], left: 0 },
  })
  const view = renderDesk(<RetryFiltered filter={filter as never} onDone={() => {}} />)
  await screen.findByRole('button', { name: t('cards.retry_failed', { count: 3 }) })
  await retryAll(view)
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ filter: asked })
})

test('a filter that leaves the failed out has none to send, and none are asked for', () => {
  const calls = stubServer({})
  renderDesk(<RetryFiltered filter={{ state: ['done'] }} onDone={() => {}} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(calls).toEqual([])
})
