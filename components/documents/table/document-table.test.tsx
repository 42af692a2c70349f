// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, test, vi } from 'vitest'
import { applyDocument } from '@/components/shell/live/live-cache'
import { type ColumnId, usualColumns } from '@/lib/documents/views/list-columns'
import type { DocumentView } from '@/lib/documents/views/schema'
import { translatePage } from '@/tests/support/browser'
import { documentSummary } from '@/tests/support/document-summary'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { type Call, later, refusal, stubServer } from '@/tests/support/stub-server'
import { DocumentTable } from './document-table'

const documents = [
  documentSummary({
    id: 'a',
    name: 'acme.pdf',
    pages: 1200,
    state: 'done',
    toReview: 2,
    finishedAt: '2026-11-21T10:01:05.000Z',
    headline: {
      from: 'Acme SpA',
      number: 'F-7',
      issued: '2026-11-20',
      due: '2026-12-20',
      total: 1234.5,
      currency: 'EUR',
    },
  }),
  documentSummary({ id: 'b', name: 'beta.pdf', state: 'failed', uploadedBy: { id: 'usr_2', name: 'Ben' } }),
  documentSummary({ id: 'c', name: 'gamma.pdf', state: 'done', checkedAt: '2026-11-21T11:00:00.000Z' }),
]
const page = (shown = documents, nextCursor: string | null = null) => ({ documents: shown, nextCursor })

function openTable({
  answers = {},
  path = '/documents',
  locale = 'en' as 'en' | 'es',
  people = [] as never[],
  columns = null as ColumnId[] | null,
  views = [] as DocumentView[],
} = {}) {
  const calls = stubServer({
    'GET /api/documents': page(),
    'GET /api/documents/retry': { documents: 0, pages: 0 },
    'GET /api/documents/sums': { documents: 3, sums: [] },
    'GET /api/steps': { steps: [] },
    'GET /api/documents/usual-times': { times: {} },
    'GET /api/exports': { exports: [] },
    'PUT /api/documents/columns': ({ body }: Call) => body,
    ...answers,
  })
  const beginning = { views: { views }, columns: { columns } }
  const table = <DocumentTable people={people} beginning={beginning} />
  return { ...renderDesk(table, { path, locale }), calls }
}
const box = (name: string) => screen.findByRole('checkbox', { name: t('table.select', { name }) })
const allBox = () => screen.getByRole('checkbox', { name: t('table.select_all') })
const rowOf = async (name: string) => within((await screen.findByTitle(name)).closest('tr') as HTMLElement)
const isTicked = (ticked: HTMLElement) => ticked.getAttribute('aria-checked')
const focusedRow = () => (document.activeElement as HTMLElement | null)?.dataset.row

test('a row says whose it is, its number, days and total, how it stands and when it came', async () => {
  openTable()
  const row = await rowOf('acme.pdf')
  const cells = row.getAllByRole('cell').map((cell) => cell.textContent?.replaceAll(/\s/g, ' '))
  expect(cells.slice(1)).toEqual([
    'Acme SpAacme.pdfacme.pdf',
    ...['F-7', 'Nov 20, 2026', 'Dec 20, 2026', '€1,234.50', '2To review: 2', t('state.done')],
    'Nov 21, 2026, 7:00 AM',
  ])
  expect(screen.getByRole('columnheader', { name: 'Received' }).getAttribute('aria-sort')).toBe('descending')
  expect((await rowOf('gamma.pdf')).getAllByRole('cell')[2]?.textContent).toBe('')
})

test('what a row says is chosen by each person and kept, in their order', async () => {
  const { user, calls } = openTable({
    columns: ['step', 'pages', 'state', 'received', 'duration', 'person'],
  })
  const row = await rowOf('acme.pdf')
  const cells = row.getAllByRole('cell').map((cell) => cell.textContent?.replaceAll(/\s/g, ' '))
  expect(cells.slice(2)).toEqual([
    'Invoice',
    '1,200',
    t('state.done'),
    'Nov 21, 2026, 7:00 AM',
    '1m 5s',
    'Ana',
  ])
  expect(row.getByRole('link').getAttribute('href')).toBe('/documents/a')
  expect((await rowOf('gamma.pdf')).getByText(t('table.checked'))).toBeTruthy()
  expect((await rowOf('gamma.pdf')).queryByText(/To review/)).toBeNull()
  expect((await rowOf('beta.pdf')).getAllByRole('cell').at(-2)?.textContent).toBe('–')
  expect(screen.getByText(t('table.shown', { count: 3 }))).toBeTruthy()

  await user.click(screen.getByRole('button', { name: t('table.columns') }))
  const menu = within(screen.getByRole('list', { name: t('table.columns') }))
  await user.click(menu.getByRole('checkbox', { name: t('table.column.pages') }))
  await user.click(menu.getByRole('checkbox', { name: t('table.column.total') }))
  await user.click(menu.getByRole('button', { name: t('table.columns.up', { column: 'State' }) }))
  const saved = () => calls.filter(({ method }) => method === 'PUT').at(-1)?.body
  expect(saved()).toEqual({ columns: ['state', 'step', 'received', 'duration', 'person', 'total'] })
  const heads = screen.getAllByRole('columnheader', { hidden: true }).map((head) => head.textContent)
  expect(heads.slice(2)).toEqual(['State', 'Step', 'Received', 'Duration', 'Person', 'Total'])
  await user.click(screen.getByRole('button', { name: t('table.columns.usual') }))
  expect(saved()).toEqual({ columns: usualColumns })
})

test('a head puts the list in its order, and pressed again the other way round', async () => {
  const { user, calls } = openTable({ path: '/documents?state=done' })
  await box('acme.pdf')
  const head = (name: string) => screen.getByRole('columnheader', { name })
  await user.click(within(head('Total')).getByRole('button'))
  expect(head('Total').getAttribute('aria-sort')).toBe('descending')
  expect(head('Received').hasAttribute('aria-sort')).toBe(false)
  await user.click(within(head('Total')).getByRole('button'))
  expect(location.search).toBe('?state=done&sort=total&order=asc')
  await vi.waitFor(() =>
    expect(calls.map(({ path }) => path)).toContain('/api/documents?state=done&sort=total&order=asc'),
  )
  await user.click(within(head('Received')).getByRole('button'))
  expect(location.search).toBe('?state=done')
})

test('what the filter comes to is said, each currency for itself', async () => {
  const sums = [
    { currency: 'EUR', total: 1234.5, documents: 2 },
    { currency: null, total: 3, documents: 1 },
  ]
  const { calls } = openTable({
    path: '/documents?supplier=acme&sort=total',
    answers: { 'GET /api/documents/sums': { documents: 1200, sums } },
  })
  expect(await screen.findByText('1,200 documents')).toBeTruthy()
  const amounts = screen.getAllByRole('definition').map((one) => one.textContent?.replaceAll(/\s/g, ' '))
  expect(amounts).toEqual(['1,200 documents', '€1,234.50', '3'])
  expect(screen.getByText(t('table.sum.no_currency'))).toBeTruthy()
  expect(calls.map(({ path }) => path)).toContain('/api/documents/sums?supplier=acme')
})

test('a document that changed does not ask for the sums at once', async () => {
  const { client, calls } = openTable({ answers: { 'GET /api/documents/sums': { documents: 3, sums: [] } } })
  expect(await screen.findByText('3 documents')).toBeTruthy()
  await rowOf('acme.pdf')
  const document = documentSummary({ id: 'a', name: 'changed.pdf', version: 99 })
  act(() => applyDocument({ client, document }))
  expect(await screen.findByTitle('changed.pdf')).toBeTruthy()
  expect(calls.filter(({ path }) => path.startsWith('/api/documents/sums'))).toHaveLength(1)
})

test('a document that takes too long has a sign beside its state, and its time runs', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 21, 10, 16) })
  const late = documentSummary({
    name: 'late.pdf',
    state: 'processing',
    processingAt: '2026-11-21T10:00:00.000Z',
  })
  openTable({ answers: { 'GET /api/documents': page([late]) }, columns: ['state', 'duration'] })
  const row = await rowOf('late.pdf')
  expect(await row.findByText(t('card.overdue'))).toBeTruthy()
  expect(row.getByText(/^16m.*…$/)).toBeTruthy()
})

describe('the selection', () => {
  it('of one, of some and of all shows on the box above', async () => {
    const { user } = openTable()
    expect(isTicked(await box('acme.pdf'))).toBe('false')
    expect(screen.queryByRole('region', { name: t('table.bulk.label') })).toBeNull()
    await user.click(await box('acme.pdf'))
    expect(isTicked(await box('acme.pdf'))).toBe('true')
    expect(isTicked(allBox())).toBe('mixed')
    expect(screen.getByText(t('table.bulk.count', { count: 1 }))).toBeTruthy()
    await user.click(allBox())
    expect(isTicked(allBox())).toBe('true')
    expect(screen.getByText(t('table.bulk.count', { count: 3 }))).toBeTruthy()
    await user.click(allBox())
    expect(isTicked(allBox())).toBe('false')
    expect(screen.queryByRole('region', { name: t('table.bulk.label') })).toBeNull()
  })

  it('reaches over a range with the shift key', async () => {
    const { user } = openTable()
    await user.click(await box('acme.pdf'))
    await user.keyboard('{Shift>}')
    await user.click(await box('gamma.pdf'))
    await user.keyboard('{/Shift}')
    expect(isTicked(await box('beta.pdf'))).toBe('true')
    expect(screen.getByText(t('table.bulk.count', { count: 3 }))).toBeTruthy()
  })

  it('is let go by its own button', async () => {
    const { user } = openTable()
    await user.click(await box('beta.pdf'))
    await user.click(screen.getByRole('button', { name: t('table.bulk.clear') }))
    expect(isTicked(await box('beta.pdf'))).toBe('false')
  })
})

test('j and k walk the rows and stop at both ends, x selects, / searches', async () => {
  const { user } = openTable()
  await box('acme.pdf')
  await user.keyboard('j')
  expect(focusedRow()).toBe('a')
  await user.keyboard('jj')
  expect(focusedRow()).toBe('c')
  await user.keyboard('j')
  expect(focusedRow()).toBe('c')
  await user.keyboard('x')
  expect(isTicked(await box('gamma.pdf'))).toBe('true')
  await user.keyboard('kkk')
  expect(focusedRow()).toBe('a')
  await user.keyboard('/')
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
})

test('further documents are asked for below, and a failure there can be tried again', async () => {
  const more = [documentSummary({ id: 'd', name: 'delta.pdf', state: 'done' })]
  let hasFailed = false
  const { user } = openTable({
    answers: {
      'GET /api/documents?': page(documents, 'next'),
      'GET /api/documents?cursor=next': () => {
        if (hasFailed) return page(more)
        hasFailed = true
        return refusal({ status: 500 })
      },
    },
  })
  expect(await screen.findByText(t('table.shown_more', { count: 3 }))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('common.more') }))
  expect(await screen.findByText(t('table.more_failed'))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  expect(await screen.findByTitle('delta.pdf')).toBeTruthy()
  expect(screen.queryByRole('button', { name: t('common.more') })).toBeNull()
  expect(screen.getByText(t('table.shown', { count: 4 }))).toBeTruthy()
})

test('further documents come on a page that the browser translates', async () => {
  const more = later()
  const { user } = openTable({
    answers: {
      'GET /api/documents?': page(documents, 'next'),
      'GET /api/documents?cursor=next': () => more.answer,
    },
  })
  const button = await screen.findByRole('button', { name: t('common.more') })
  translatePage()
  await user.click(button)
  expect(button.textContent).toBe(t('table.loading_more'))
  more.resolve(page([documentSummary({ id: 'd', name: 'delta.pdf', state: 'done' })]))
  expect(await screen.findByTitle('delta.pdf')).toBeTruthy()
})

test('nothing at all is not the same as nothing for these filters', async () => {
  const none = { 'GET /api/documents': page([]) }
  const { unmount } = openTable({ answers: none })
  expect(await screen.findByText(t('table.empty'))).toBeTruthy()
  expect(screen.getByRole('link', { name: t('table.empty_action') }).getAttribute('href')).toBe('/')
  expect(screen.queryByRole('button', { name: t('table.export') })).toBeNull()
  unmount()
  const { user } = openTable({ answers: none, path: '/documents?q=x', locale: 'es' })
  expect(await screen.findByText(inSpanish('table.none'))).toBeTruthy()
  await user.click(
    screen.getAllByRole('button', { name: inSpanish('table.filter.clear') }).at(-1) as HTMLElement,
  )
  expect(location.search).toBe('')
})

test('documents that did not load say why, and can be asked for again', async () => {
  const { user } = openTable({ answers: { 'GET /api/documents': refusal({ message: 'Too busy.' }) } })
  expect(await screen.findByText('Too busy.')).toBeTruthy()
  stubServer({ 'GET /api/documents': page() })
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  expect(await screen.findByTitle('acme.pdf')).toBeTruthy()
})

test.each([
  ['/documents', 'table.export', '/api/documents/export?format=xlsx&'],
  [
    '/documents?state=failed&q=x',
    'table.export_filtered',
    '/api/documents/export?format=xlsx&state=failed&q=x',
  ],
] as const)('on %s the export is called %s and holds what the filter matches', async (path, label, href) => {
  const { user } = openTable({ path })
  await user.click(await screen.findByRole('button', { name: t(label) }))
  expect(screen.getAllByRole('menuitem')[0]?.getAttribute('href')).toBe(href)
})

test('saved column sets are among the forms of the export', async () => {
  const step = { id: 'cinvoice', name: 'Invoices' }
  const sets = [
    { id: 'exp_1', name: 'Ledger & VAT', step, spec: { columns: [{ header: 'a', jsonPath: '$.a' }] } },
  ]
  const { user } = openTable({ path: '/documents?q=x', answers: { 'GET /api/exports': { exports: sets } } })
  await user.click(await screen.findByRole('button', { name: t('table.export_filtered') }))
  const item = await screen.findByRole('menuitem', { name: t('export.set.csv', { name: 'Ledger & VAT' }) })
  expect(item.getAttribute('href')).toBe('/api/documents/export?format=csv&columns=Ledger+%26+VAT&q=x')
})
