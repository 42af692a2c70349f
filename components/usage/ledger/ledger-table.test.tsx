// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { I18nProvider } from '@/components/shell/i18n'
import type { LedgerLine } from '@/lib/usage/schema'
import { LedgerTable } from './ledger-table'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const line = (id: string, changes: Partial<LedgerLine> = {}): LedgerLine => ({
  id,
  occurredAt: '2026-11-20T12:00:00.000Z',
  document: { id: `doc-${id}`, name: `${id}.pdf` },
  attempt: 1,
  executionId: null,
  person: { id: 'usr', name: 'Ana' },
  step: { id: 'step', name: 'Invoices' },
  pages: 3,
  counted: true,
  why: 'succeeded',
  ...changes,
})

function show({ canOpenDocuments = false } = {}) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    const isSecond = path.includes('cursor=next')
    const lines = isSecond
      ? [line('third')]
      : [line('first'), line('second', { counted: false, why: 'upstream.failed', attempt: 2 })]
    return Response.json({ lines, nextCursor: isSecond ? null : 'next' })
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nProvider locale="en" timeZone="UTC">
        <LedgerTable
          month={{ year: 2026, month: 11 }}
          narrowing={null}
          onClearFilter={() => undefined}
          canOpenDocuments={canOpenDocuments}
        />
      </I18nProvider>
    </QueryClientProvider>,
  )
  return asked
}

test('a line that was not counted says so and why', async () => {
  show()
  const row = (await screen.findByText('second.pdf')).closest('tr') as HTMLElement
  expect(within(row).getAllByText('Not counted').length).toBeGreaterThan(0)
  expect(within(row).getByText(/The document could not be read/)).toBeTruthy()
  expect(within(row).getByText('Attempt 2')).toBeTruthy()
})

test('further lines are added below the first until there are no more', async () => {
  const asked = show()
  await userEvent.click(await screen.findByRole('button', { name: 'Show more lines' }))
  expect(await screen.findByText('third.pdf')).toBeTruthy()
  expect(screen.getByText('first.pdf')).toBeTruthy()
  expect(asked).toEqual([
    '/api/usage/lines?year=2026&month=11',
    '/api/usage/lines?year=2026&month=11&cursor=next',
  ])
  expect(screen.queryByRole('button', { name: 'Show more lines' })).toBeNull()
})

test('documents are linked for those who may open them, and only for those', async () => {
  show({ canOpenDocuments: true })
  expect((await screen.findByText('first.pdf')).getAttribute('href')).toBe('/documents/doc-first')
  cleanup()
  show()
  expect((await screen.findByText('first.pdf')).getAttribute('href')).toBeNull()
})
