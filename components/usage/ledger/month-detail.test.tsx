// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { LedgerLine, UsageMonth } from '@/lib/usage/schema'
import { renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { MonthDetail } from './month-detail'

const month = (number: number, known: Partial<UsageMonth> = {}): UsageMonth => ({
  year: 2026,
  month: number,
  pages: 120,
  operations: 3,
  ledger: { pages: 100, operations: 3 },
  source: 'upstream',
  asOf: '2026-11-21T12:00:00.000Z',
  ...known,
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
const lines = [line('first'), line('second', { counted: false, why: 'upstream.failed', attempt: 2 })]
const share = (id: string, pages: number) => ({ id, name: `Name ${id}`, pages, operations: 1 })

const answers = {
  'GET /api/usage/breakdown': { people: [share('ana', 75), share('ben', 25)], steps: [share('inv', 100)] },
  'GET /api/usage/lines': { lines, nextCursor: 'next' },
  'GET /api/usage/lines?year=2026&month=11&cursor=next': {
    lines: [line('third', { why: 'succeeded_after_cancel' })],
    nextCursor: null,
  },
}

function openMonth({
  shown = month(11),
  given = answers as Record<string, unknown>,
  canOpenDocuments = true,
} = {}) {
  const calls = stubServer(given)
  const onChoose = vi.fn()
  const view = renderDesk(
    <MonthDetail
      month={shown}
      months={[month(10), shown]}
      onChoose={onChoose}
      canOpenDocuments={canOpenDocuments}
    />,
    { timeZone: 'UTC' },
  )
  const asked = () => calls.map(({ path }) => path).filter((path) => path.includes('/lines'))
  return { ...view, onChoose, asked }
}
const rowOf = async (name: string) => within((await screen.findByText(name)).closest('tr') as HTMLElement)

test('a line says when, what, who, by which step and how many pages', async () => {
  openMonth()
  const row = await rowOf('first.pdf')
  const cells = row.getAllByRole('cell').map((cell) => cell.textContent)
  expect(cells.slice(2)).toEqual(['Ana', 'Invoices', '3', t('usage.why.succeeded')])
  expect(row.queryByText(/Attempt/)).toBeNull()
})

test('a line that was not counted says so and why, and which attempt it was', async () => {
  openMonth()
  const row = await rowOf('second.pdf')
  expect(row.getAllByText(t('usage.why.not_counted')).length).toBeGreaterThan(0)
  expect(row.getByText(t('error.upstream.failed'))).toBeTruthy()
  expect(row.getByText(t('usage.lines.attempt', { number: 2 }))).toBeTruthy()
})

test('further lines are added below the first until there are no more', async () => {
  const { user, asked } = openMonth()
  await user.click(await screen.findByRole('button', { name: t('usage.lines.more') }))
  expect((await rowOf('third.pdf')).getByText(t('usage.why.succeeded_after_cancel'))).toBeTruthy()
  expect(screen.getByText('first.pdf')).toBeTruthy()
  expect(asked()).toEqual([
    '/api/usage/lines?year=2026&month=11',
    '/api/usage/lines?year=2026&month=11&cursor=next',
  ])
  expect(screen.queryByRole('button', { name: t('usage.lines.more') })).toBeNull()
})

test.each([
  [true, '/documents/doc-first'],
  [false, null],
])(
  'documents are linked for those who may open them (%s), and only for those',
  async (canOpenDocuments, href) => {
    openMonth({ canOpenDocuments })
    expect((await screen.findByText('first.pdf')).getAttribute('href')).toBe(href)
  },
)

test('the shares of people and steps are of the whole, and open their own lines', async () => {
  const { user, asked } = openMonth()
  const ana = within((await screen.findByText('Name ana')).closest('tr') as HTMLElement)
  expect(ana.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['Name ana', '75', '75%'])
  const button = ana.getByRole('button', { name: t('usage.share.open', { name: 'Name ana' }) })
  await user.click(button)
  expect(button.getAttribute('aria-pressed')).toBe('true')
  expect(await screen.findByText(t('usage.lines.only', { name: 'Name ana' }))).toBeTruthy()
  await waitFor(() => expect(asked().at(-1)).toBe('/api/usage/lines?year=2026&month=11&person=ana'))
  await user.click(screen.getByRole('button', { name: t('usage.share.open', { name: 'Name inv' }) }))
  await waitFor(() => expect(asked().at(-1)).toBe('/api/usage/lines?year=2026&month=11&step=inv'))
  expect(button.getAttribute('aria-pressed')).toBe('false')
  await user.click(screen.getByRole('button', { name: t('usage.lines.all') }))
  expect(screen.queryByText(t('usage.lines.only', { name: 'Name inv' }))).toBeNull()
})

test('a share without lines says that none match; a month without any says that nothing was read', async () => {
  const none = { lines: [], nextCursor: null }
  const person = 'GET /api/usage/lines?year=2026&month=11&person=ana'
  const { user, unmount } = openMonth({ given: { ...answers, [person]: none } })
  await user.click(await screen.findByRole('button', { name: t('usage.share.open', { name: 'Name ana' }) }))
  expect(await screen.findByText(t('usage.lines.none'))).toBeTruthy()
  unmount()
  openMonth({
    given: { 'GET /api/usage/breakdown': { people: [], steps: [] }, 'GET /api/usage/lines': none },
  })
  expect(await screen.findByText(t('usage.month.empty_title', { month: 'November 2026' }))).toBeTruthy()
  expect(screen.queryByText(t('usage.people.title'))).toBeNull()
})

test('lines that did not load can be asked for again', async () => {
  const { user } = openMonth({ given: { 'GET /api/usage/lines': refusal({ status: 500 }) } })
  expect((await screen.findByRole('alert')).textContent).toContain(t('usage.problem'))
  stubServer(answers)
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  expect(await screen.findByText('first.pdf')).toBeTruthy()
})

test('another month is chosen from the list, newest first; the lines are saved as a file', async () => {
  const { user, onChoose } = openMonth()
  screen.getByRole('combobox', { name: t('usage.month.choose') }).focus()
  await user.keyboard('{Enter}')
  const options = screen.getAllByRole('option')
  expect(options.map((option) => option.textContent)).toEqual(['November 2026', 'October 2026'])
  await user.click(options[1] as HTMLElement)
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(month(10))
  await user.click(screen.getByRole('button', { name: t('usage.save_lines') }))
  expect(screen.getAllByRole('menuitem')[0]?.getAttribute('href')).toBe(
    '/api/usage/lines/export?year=2026&month=11&format=xlsx',
  )
})

test.each([
  ['more', { pages: 120 }, 20],
  ['fewer', { pages: 90 }, 10],
  ['same', { pages: 100 }, 100],
  ['not', { pages: 100, source: 'ledger' as const }, 100],
] as const)('our ledger against the service: %s', (kind, figures, pages) => {
  openMonth({ shown: month(11, figures) })
  const values = { month: 'November 2026', pages, theirs: String(figures.pages), ours: '100' }
  expect(screen.getByText(t(`usage.compare.${kind}`, values))).toBeTruthy()
})

test('the service is asked for its figure again by hand, and what kept it from answering is said', async () => {
  const path = 'POST /api/usage/months/2026-11/refresh'
  const { user, client } = openMonth({
    given: { ...answers, [path]: refusal({ status: 503, message: 'not there' }) },
  })
  expect(screen.getByText(t('usage.compare.as_of', { when: 'Nov 21, 2026, 12:00 PM' }))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('usage.compare.ask') }))
  expect((await screen.findByRole('alert')).textContent).toBe('not there')
  stubServer({ ...answers, [path]: month(11, { pages: 100 }) })
  client.setQueryData(['usage', 'overview', 12], {})
  await user.click(screen.getByRole('button', { name: t('usage.compare.ask') }))
  await waitFor(() => expect(client.getQueryState(['usage', 'overview', 12])?.isInvalidated).toBe(true))
  expect(screen.queryByRole('alert')).toBeNull()
})
