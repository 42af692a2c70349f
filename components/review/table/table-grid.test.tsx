// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useI18n } from '@/components/shell/i18n'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery } from '@/lib/documents/queries'
import { documentDetail } from '@/tests/support/document-summary'
import { createClient, renderDesk, t } from '@/tests/support/render'
import { type Call, refusal, stubServer } from '@/tests/support/stub-server'
import { OutboxProvider } from '../outbox/outbox-provider'
import { type ReviewChange, withPending } from '../outbox/review-change'
import { usePendingDocument } from '../outbox/use-pending-document'
import { PageFocusProvider } from '../page/page-focus'
import { buildDocumentTree } from '../result/document-tree'
import { listValues, type ResultTable } from '../result/result-tree'
import { TableGrid } from './table-grid'
import { TableWorkProvider } from './table-work'

const by = { id: 'usr_1', name: 'Ana' }
const result = {
  subtotal: 20,
  lines: [
    { item: 'Pen', quantity: 0, unit_price: 1, amount: 10 },
    { item: 'Ink', quantity: 2, unit_price: 5, amount: 10 },
  ],
}
const made = { key: '1', documentId: 'doc_1', at: '2026-11-21T12:00:00.000Z' }
let person = 0

function openTable({ known = {}, answers = {} }: { known?: Partial<DocumentDetail>; answers?: object } = {}) {
  const client = createClient()
  let document = documentDetail({ result, ...known })
  client.setQueryData(documentDetailQuery(document.id).queryKey, document)
  /** As the server does it. */
  const take =
    (kind: string) =>
    ({ body }: Call) => {
      const change = { kind, ...made, ...(body as object) } as ReviewChange
      document = { ...withPending({ document, changes: [change], by }), version: document.version + 1 }
      return document
    }
  const calls = stubServer({
    'PUT /api/documents/doc_1/values': take('correct'),
    'PUT /api/documents/doc_1/rows': take('row'),
    'GET /api/documents/doc_1': () => document,
    ...answers,
  })
  localStorage.clear()
  person += 1
  const view = renderDesk(
    <OutboxProvider personId={`table_${person}`} personName={by.name}>
      <PageFocusProvider>
        <Tables id={document.id} />
      </PageFocusProvider>
    </OutboxProvider>,
    { client, timeZone: 'UTC' },
  )
  const bodies = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)
  return { ...view, calls, bodies }
}

function Tables({ id }: { id: string }) {
  const { data } = useQuery(documentDetailQuery(id))
  return data ? <Shown saved={data} /> : null
}

function Shown({ saved }: { saved: DocumentDetail }) {
  const { locale } = useI18n()
  const { document } = usePendingDocument(saved)
  const nodes = buildDocumentTree({ document, locale })
  const tables = nodes.filter((node): node is ResultTable => node.kind === 'table')
  return (
    <TableWorkProvider document={document} values={listValues(nodes)}>
      {tables.map((table) => (
        <TableGrid key={table.path} table={table} />
      ))}
    </TableWorkProvider>
  )
}

const grid = () => screen.getByRole('grid', { name: 'Lines' })
const rows = () => within(grid()).getAllByRole('row').slice(1)
const cell = (row: number, column: number) =>
  within(rows()[row] as HTMLElement).getAllByRole('gridcell')[column] as HTMLElement
const texts = () =>
  rows().map((row) =>
    within(row)
      .getAllByRole('gridcell')
      .map((one) => one.querySelector('span')?.textContent),
  )
const none = `–${t('review.value.not_found')}`

test('it is one stop of the keyboard; arrows, Tab and Enter go from cell to cell', async () => {
  const { user } = openTable()
  expect(grid().querySelectorAll('td[tabindex="0"]')).toHaveLength(1)
  cell(0, 0).focus()
  await user.keyboard('{ArrowRight}{ArrowDown}')
  expect(document.activeElement).toBe(cell(1, 1))
  await user.keyboard('{Shift>}{Tab}{/Shift}')
  expect(document.activeElement).toBe(cell(1, 0))
  await user.keyboard('{Home}{Enter}{Control>}{End}{/Control}')
  expect(document.activeElement).toBe(cell(1, 3))
  await user.tab()
  expect(grid().contains(document.activeElement)).toBe(false)
})

test('typing replaces, Enter saves and goes down; it is shown before it is sent', async () => {
  const { user, bodies } = openTable()
  cell(0, 3).focus()
  await user.keyboard('12.5')
  expect(screen.getByLabelText<HTMLInputElement>(t('review.edit.field', { label: 'Amount' })).value).toBe(
    '12.5',
  )
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(cell(1, 3))
  expect(texts()[0]?.[3]).toBe('12.50')
  await waitFor(() => expect(bodies()).toEqual([{ path: 'lines.0.amount', value: 12.5, was: 10 }]))
})

test('Ctrl+Enter in a cell is the document’s alone; where something is typed it saves that and stays', async () => {
  const { user, bodies } = openTable()
  cell(0, 3).focus()
  expect(fireEvent.keyDown(cell(0, 3), { key: 'Enter', ctrlKey: true })).toBe(true)
  expect(document.activeElement).toBe(cell(0, 3))
  await user.keyboard('12.5{Control>}{Enter}{/Control}')
  expect(document.activeElement).toBe(cell(0, 3))
  await waitFor(() => expect(bodies()).toEqual([{ path: 'lines.0.amount', value: 12.5, was: 10 }]))
})

test('F2 edits what stands there, Escape gives it up, Tab saves it', async () => {
  const { user, bodies } = openTable()
  cell(0, 0).focus()
  await user.keyboard('{F2}{End}cil{Escape}')
  expect(document.activeElement).toBe(cell(0, 0))
  expect(texts()[0]?.[0]).toBe('Pen')
  await user.keyboard('{F2}{End}cil{Tab}')
  expect(document.activeElement).toBe(cell(0, 1))
  await waitFor(() => expect(bodies()).toEqual([{ path: 'lines.0.item', value: 'Pencil', was: 'Pen' }]))
})

test('what a cell does not take is said, and is neither saved nor left', async () => {
  const { user, bodies } = openTable()
  cell(0, 3).focus()
  await user.keyboard('1.2.x{Enter}')
  const field = screen.getByLabelText(t('review.edit.field', { label: 'Amount' }))
  expect(screen.getByRole('alert').textContent).toBe(t('review.edit.not_understood_number'))
  expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id)
  expect(document.activeElement).toBe(field)
  expect(bodies()).toEqual([])
})

test('Delete empties a cell, and Ctrl+Z takes back one thing after the other', async () => {
  const { user, bodies } = openTable()
  cell(1, 3).focus()
  await user.keyboard('{Delete}')
  expect(texts()[1]?.[3]).toBe(none)
  cell(0, 0).focus()
  await user.keyboard('x{Enter}')
  await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}')
  await waitFor(() => expect(bodies()).toHaveLength(4))
  expect(bodies().slice(2)).toEqual([
    { path: 'lines.0.item', value: 'Pen', was: 'x' },
    { path: 'lines.1.amount', value: 10, was: null },
  ])
  expect(texts()).toEqual([
    ['Pen', '0', '1', '10'],
    ['Ink', '2', '5', '10'],
  ])
})

test('a block from a spreadsheet fills cells and adds rows; one undo takes all of it back', async () => {
  const { user, bodies } = openTable()
  await user.click(cell(1, 0))
  const data = { getData: () => 'Rubber\t1\t3\t3\nGlue\t2\t4.50\t9\n' }
  fireEvent.paste(cell(1, 0), { clipboardData: data })
  expect(texts().slice(1)).toEqual([
    ['Rubber', '1', '3', '3'],
    ['Glue', '2', '4.50', '9'],
  ])
  await waitFor(() => expect(bodies()).toHaveLength(9))
  expect(bodies()[4]).toEqual({ path: 'lines', action: 'add', row: 'lines.2' })
  await user.click(screen.getByRole('button', { name: t('review.table.undo') }))
  await waitFor(() => expect(texts().slice(1)).toEqual([['Ink', '2', '5', '10']]))
})

test('texts that do not fit are told, and the rest of the block is pasted', async () => {
  openTable()
  fireEvent.focus(cell(0, 2))
  fireEvent.paste(cell(0, 2), { clipboardData: { getData: () => '7\tlots' } })
  expect(texts()[0]?.[2]).toBe('7')
  expect(screen.getByRole('alert').textContent).toBe(t('review.table.not_pasted', { count: 1, text: 'lots' }))
})

test('a row is inserted before the one at hand, and deleted; the keyboard stays in the table', async () => {
  const { user, bodies } = openTable()
  cell(1, 2).focus()
  await user.keyboard('{Insert}')
  expect(texts().map(([item]) => item)).toEqual(['Pen', none, 'Ink'])
  expect(document.activeElement).toBe(cell(1, 0))
  await user.keyboard('Oil{Enter}')
  await user.click(
    screen.getByRole('button', { name: t('review.row.remove', { number: 3, label: 'Lines' }) }),
  )
  expect(texts().map(([item]) => item)).toEqual(['Pen', 'Oil'])
  await waitFor(() =>
    expect(bodies()).toEqual([
      { path: 'lines', action: 'add', row: 'lines.2', before: 'lines.1' },
      { path: 'lines.2.item', value: 'Oil', was: null },
      { path: 'lines.1', action: 'remove' },
    ]),
  )
})

test('rows that others deleted can be put back', async () => {
  const removed = { added: false, removed: true, by, at: made.at }
  const { user, bodies } = openTable({ known: { corrections: { 'lines.0': removed } } })
  expect(screen.getByText(t('review.row.removed', { rows: 1 }))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('review.row.put_back') }))
  expect(texts()).toHaveLength(2)
  await waitFor(() => expect(bodies()).toEqual([{ path: 'lines.0', action: 'restore' }]))
})

test('the amounts are held against the subtotal, in the figures of the document', async () => {
  const { user } = openTable()
  expect(screen.getByText(t('review.table.sum_equal', { sum: '20', field: 'Subtotal' }))).toBeTruthy()
  cell(1, 3).focus()
  await user.keyboard('12{Enter}')
  const off = { sum: '22', field: 'Subtotal', difference: '2' }
  expect(screen.getByText(t('review.table.sum_off', off))).toBeTruthy()
})

test('0 × 1.00 = 10.00 is marked, and one key takes what fits', async () => {
  const { user, bodies } = openTable()
  const name = t('review.table.offer', { value: '10' })
  expect(within(cell(0, 1)).getByRole('button', { name })).toBeTruthy()
  expect(screen.getAllByText(/^= /)).toHaveLength(1)
  cell(0, 1).focus()
  await user.keyboard('=')
  expect(screen.queryByText(/^= /)).toBeNull()
  expect(texts()[0]?.[1]).toBe('10')
  await waitFor(() => expect(bodies()).toEqual([{ path: 'lines.0.quantity', value: 10, was: 0 }]))
})

test('what somebody else changed meanwhile is told, and what was typed gives way to it', async () => {
  const answers = {
    'PUT /api/documents/doc_1/values': refusal({
      code: 'document.value_changed',
      message: 'Ben was quicker.',
    }),
  }
  const { user } = openTable({ answers })
  cell(0, 0).focus()
  await user.keyboard('Oil{Enter}')
  expect(await screen.findByText('Ben was quicker.')).toBeTruthy()
  await waitFor(() => expect(texts()[0]?.[0]).toBe('Pen'))
})

test.each([
  [100, null],
  [101, '1'],
  [350, '100'],
])('of %d rows the first hundred are shown, and %s more are offered', (count, more) => {
  const lines = Array.from({ length: count }, (_, index) => ({ item: `No ${index}` }))
  openTable({ known: { result: { lines } } })
  expect(rows()).toHaveLength(100)
  const next = screen.queryByText(t('review.values.more_rows', { rows: more ?? '1' }))
  expect(next !== null).toBe(more !== null)
  if (next) fireEvent.click(next)
  expect(rows()).toHaveLength(Math.min(count, 200))
})

test('a list the schema describes and nobody found can be begun; single values have no rows', async () => {
  const resultSchema = { properties: { lines: { items: { properties: { item: {} } } } } }
  const { user, bodies } = openTable({ known: { result: { lines: [], tags: ['a'] }, resultSchema } })
  const adding = screen.getAllByRole('button', { name: /^Add a row/ })
  expect(adding.map((button) => button.getAttribute('aria-label'))).toEqual([
    t('review.row.add_to', { label: 'Lines' }),
  ])
  await user.click(adding[0] as HTMLElement)
  await waitFor(() => expect(document.activeElement).toBe(cell(0, 0)))
  await waitFor(() => expect(bodies()).toEqual([{ path: 'lines', action: 'add', row: 'lines.0' }]))
})
