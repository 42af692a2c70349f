// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { I18nProvider } from '@/components/shell/i18n'
import { TooltipProvider } from '@/components/ui/tooltip'
import type { RetryTarget } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import type { BulkOutcome } from './bulk-outcome'
import { BulkOutcomeNotice } from './bulk-outcome-notice'
import { RetryFailedButton } from './retry-failed-button'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

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
  const calls: unknown[] = []
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    calls.push(JSON.parse(body))
    return Response.json(answers.shift())
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nProvider locale="en" timeZone="America/Santiago">
        <TooltipProvider>
          <Page {...page} />
        </TooltipProvider>
      </I18nProvider>
    </QueryClientProvider>,
  )
  return calls
}

const sent = (count: number) =>
  Array.from({ length: count }, (_, index) => documentSummary({ id: `doc_${index}` }))

async function retryAll() {
  await userEvent.click(screen.getByRole('button', { name: /^Retry/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }))
}

test('the price is said before anything is sent', async () => {
  const calls = openPage({ count: 14, target: { filter: { state: ['failed'] } } }, [])
  await userEvent.click(screen.getByRole('button', { name: 'Retry 14 failed' }))
  expect(screen.getByRole('alertdialog').textContent).toContain('31 pages')
  expect(calls).toEqual([])
})

test('one call sends them; what was sent and what could not be stays on the page with its reason', async () => {
  const refused = ['a.pdf', 'b.pdf'].map((name) => ({ id: name, name, code: 'x', message: 'It is gone.' }))
  const calls = openPage({ count: 14, target: { filter: { state: ['failed'] } } }, [
    { documents: sent(12), refused, left: 0 },
  ])
  await retryAll()
  const notice = await screen.findByRole('alert')
  expect(notice.textContent).toContain('12 documents are read again. 2 could not be read again:')
  expect(notice.textContent).toContain('It is gone. a.pdf, b.pdf')
  expect(calls).toEqual([{ filter: { state: 'failed' } }])
  expect(document.activeElement?.contains(notice)).toBe(true)
  expect(document.activeElement).not.toBe(document.body)
})

test('a filter of more than one call’s worth is sent until nothing is left', async () => {
  const calls = openPage({ count: 4, target: { filter: { state: ['failed'] } } }, [
    { documents: sent(2), refused: [], left: 2 },
    { documents: sent(2), refused: [], left: 0 },
  ])
  await retryAll()
  expect((await screen.findByRole('status')).textContent).toContain('4 documents are read again.')
  expect(calls).toHaveLength(2)
})

test('a call that moves nothing is not made again', async () => {
  const calls = openPage({ count: 2, target: { filter: { state: ['failed'] } } }, [
    { documents: [], refused: [], left: 2 },
  ])
  await retryAll()
  await screen.findByRole('status')
  expect(calls).toHaveLength(1)
})
