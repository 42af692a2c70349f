// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { documentSummary } from '@/tests/support/document-summary'
import { renderDesk, t } from '@/tests/support/render'
import { type Call, later, refusal, stubServer } from '@/tests/support/stub-server'
import { DocumentTable } from '../table/document-table'

const acme = documentSummary({ id: 'a', name: 'acme.pdf', state: 'done', toReview: 2 })
const beta = documentSummary({ id: 'b', name: 'beta.pdf', state: 'failed' })

function openTable({ answers }: { answers: Record<string, unknown> }) {
  const calls = stubServer({
    'GET /api/documents': { documents: [acme, beta], nextCursor: null },
    'GET /api/documents/retry': { documents: 0, pages: 0 },
    'GET /api/documents/sums': { documents: 2, sums: [] },
    'GET /api/steps': { steps: [] },
    'GET /api/documents/usual-times': { times: {} },
    ...answers,
  })
  return {
    ...renderDesk(
      <DocumentTable people={[]} beginning={{ views: { views: [] }, columns: { columns: null } }} />,
      { path: '/documents' },
    ),
    calls,
  }
}
const box = (name: string) => screen.findByRole('checkbox', { name: t('table.select', { name }) })
const deleted = (calls: Call[]) => calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)

type Removing = Pick<ReturnType<typeof openTable>, 'user'> & { name: string }
async function remove({ user, name }: Removing) {
  await user.click(await box(name))
  await user.click(screen.getByRole('button', { name: t('table.bulk.remove') }))
}

test('a document is deleted when that was not taken back for ten seconds', async () => {
  const { calls } = openTable({ answers: { 'DELETE /api/documents/a': acme } })
  fireEvent.click(await box('acme.pdf'))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const bar = within(screen.getByRole('region', { name: t('table.bulk.label') }))
  fireEvent.click(bar.getByRole('button', { name: t('table.bulk.remove') }))
  expect(screen.getByText(t('table.bulk.result.remove', { count: 1 }))).toBeTruthy()
  expect(screen.queryByTitle('acme.pdf')).toBeNull()
  expect(screen.queryByRole('region', { name: t('table.bulk.label') })).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(9_999))
  expect(deleted(calls)).toEqual([])
  await act(() => vi.advanceTimersByTimeAsync(1))
  expect(deleted(calls)).toEqual(['/api/documents/a'])
  expect(screen.queryByRole('button', { name: t('table.bulk.undo') })).toBeNull()
})

test('a document is back where it was when its deletion is undone, and deleted when the page is left', async () => {
  const { user, calls, unmount } = openTable({ answers: { 'DELETE /api/documents/b': beta } })
  await remove({ user, name: 'acme.pdf' })
  await user.click(screen.getByRole('button', { name: t('table.bulk.undo') }))
  expect(screen.getByTitle('acme.pdf')).toBeTruthy()
  await remove({ user, name: 'beta.pdf' })
  unmount()
  await vi.waitFor(() => expect(deleted(calls)).toEqual(['/api/documents/b']))
})

test('a document that is being deleted stays out of sight, also when another deletion follows', async () => {
  const [first, second] = [later(), later()]
  const { user } = openTable({
    answers: {
      'DELETE /api/documents/a': () => first.answer,
      'DELETE /api/documents/b': () => second.answer,
    },
  })
  await remove({ user, name: 'acme.pdf' })
  await remove({ user, name: 'beta.pdf' })
  expect(screen.queryByTitle('acme.pdf')).toBeNull()
  await user.click(screen.getByRole('button', { name: t('table.bulk.undo') }))
  expect(screen.getByTitle('beta.pdf')).toBeTruthy()
  expect(screen.queryByTitle('acme.pdf')).toBeNull()
  first.resolve(refusal({ message: 'Not now.' }))
  expect(await screen.findByTitle('acme.pdf')).toBeTruthy()
  expect(screen.getByText(/Not now\./)).toBeTruthy()
  expect(screen.queryByRole('button', { name: t('table.bulk.undo') })).toBeNull()
})

test('a deletion can be undone while something else is done, and that says no undo', async () => {
  const { user } = openTable({
    answers: { 'PUT /api/documents/a/checked': refusal({ message: 'Not now.' }) },
  })
  await user.click(await box('beta.pdf'))
  await user.click(screen.getByRole('button', { name: t('table.bulk.remove') }))
  await user.click(await box('acme.pdf'))
  await user.click(screen.getByRole('button', { name: t('table.bulk.check') }))
  expect(await screen.findByText(t('table.bulk.refused', { action: 'check', count: 1 }))).toBeTruthy()
  const undo = screen.getAllByRole('button', { name: t('table.bulk.undo') })
  expect(undo).toHaveLength(1)
  expect(undo[0]?.closest('[tabindex]')?.textContent).toContain(t('table.bulk.result.remove', { count: 1 }))
  await user.click(undo[0] as HTMLElement)
  expect(screen.getByTitle('beta.pdf')).toBeTruthy()
  expect(screen.getByText(t('table.bulk.refused', { action: 'check', count: 1 }))).toBeTruthy()
})
