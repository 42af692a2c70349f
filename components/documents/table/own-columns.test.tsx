// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import { documentSummary } from '@/tests/support/document-summary'
import { renderDesk, t } from '@/tests/support/render'
import { type Call, refusal, stubServer } from '@/tests/support/stub-server'
import { DocumentTable } from './document-table'

function openTable({ answers = {}, columns = null as ColumnId[] | null } = {}) {
  const calls = stubServer({
    'GET /api/documents': { documents: [documentSummary({ name: 'acme.pdf' })], nextCursor: null },
    'GET /api/documents/retry': { documents: 0, pages: 0 },
    'GET /api/documents/sums': { documents: 1, sums: [] },
    'GET /api/steps': { steps: [] },
    'GET /api/documents/usual-times': { times: {} },
    'PUT /api/documents/columns': ({ body }: Call) => body,
    ...answers,
  })
  const beginning = { views: { views: [] }, columns: { columns } }
  const table = <DocumentTable people={[]} beginning={beginning} />
  return { ...renderDesk(table, { path: '/documents' }), calls }
}

test('columns that cannot be kept are shown, and the usual ones come back', async () => {
  const refused = refusal({ status: 503, message: 'No room left.' })
  const { user } = openTable({ answers: { 'PUT /api/documents/columns': refused } })
  await screen.findByTitle('acme.pdf')
  const heads = () => screen.getAllByRole('columnheader', { hidden: true }).map((head) => head.textContent)
  const usual = heads()
  await user.click(screen.getByRole('button', { name: t('table.columns') }))
  await user.click(screen.getByRole('checkbox', { name: t('table.column.total') }))
  expect(heads()).toEqual(usual.filter((head) => head !== t('table.column.total')))
  await user.click(screen.getByRole('button', { name: t('table.columns.usual') }))
  expect(heads()).toEqual(usual)
  expect((await screen.findAllByText('No room left.')).length).toBeGreaterThan(0)
})

test('columns that a browser kept are taken over once, unless the person has chosen some since', async () => {
  localStorage.setItem('intray.columns', 'total,gone,state')
  const { calls, unmount } = openTable()
  const puts = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)
  await vi.waitFor(() => expect(puts()).toEqual([{ columns: ['total', 'state'] }]))
  await vi.waitFor(() => expect(localStorage.getItem('intray.columns')).toBeNull())
  unmount()
  localStorage.setItem('intray.columns', 'pages')
  const { calls: later } = openTable({ columns: ['due'] })
  expect(await screen.findByRole('columnheader', { name: 'Due' })).toBeTruthy()
  expect(localStorage.getItem('intray.columns')).toBeNull()
  expect(later.filter(({ method }) => method === 'PUT')).toEqual([])
})

test('columns that a browser kept stay there until they are taken over', async () => {
  localStorage.setItem('intray.columns', 'total,state')
  const refused = refusal({ status: 503, message: 'No room left.' })
  const { unmount } = openTable({ answers: { 'PUT /api/documents/columns': refused } })
  expect((await screen.findAllByText('No room left.')).length).toBeGreaterThan(0)
  unmount()
  const { calls } = openTable()
  await vi.waitFor(() => expect(calls.some(({ method }) => method === 'PUT')).toBe(true))
  await vi.waitFor(() => expect(localStorage.getItem('intray.columns')).toBeNull())
})
