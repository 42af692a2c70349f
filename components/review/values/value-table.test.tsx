// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { inSpanish, t } from '@/tests/support/render'
import { renderValues } from '@/tests/support/review'
import { later, refusal, stubServer } from '@/tests/support/stub-server'

const by = { id: 'usr_1', name: 'Ana' }
const result = {
  lines: [
    { item: 'Pen', amount: 4 },
    { item: 'Ink', amount: null },
  ],
  _evidence: { lines: [{ item: { page: 1 } }, {}] },
}
const change = (kind: 'added' | 'removed', at: string) => ({
  added: kind === 'added',
  removed: kind === 'removed',
  by,
  at,
})
const first = '2026-11-21T12:00:00.000Z'
const second = '2026-11-21T13:00:00.000Z'

const path = 'PUT /api/documents/doc_1/rows'
function openTable(answer?: unknown, known: Partial<DocumentDetail> = { result }) {
  const calls = stubServer({ [path]: answer })
  return {
    ...renderValues(known),
    calls,
    bodies: () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body),
  }
}
const table = () => screen.getByRole('region', { name: 'Lines' })
const rows = () =>
  within(within(table()).getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .slice(0, 2)
        .map((cell) => cell.textContent),
    )
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

test('a list of things with the same values is a table; what was not found is a dash that is read as words', () => {
  openTable()
  expect(
    within(table())
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(['Item', 'Amount', t('review.row.actions')])
  expect(rows()).toEqual([
    ['Pen', '4'],
    ['Ink', `–${t('review.value.not_found')}`],
  ])
  expect(screen.getByText(t('review.values.rows', { rows: 2 }))).toBeTruthy()
})

test('the table is copied as spreadsheets take it', async () => {
  const { user } = openTable()
  await user.click(button(t('review.values.copy_table', { label: 'Lines' })))
  expect(await navigator.clipboard.readText()).toBe('Item\tAmount\nPen\t4\nInk\t')
})

test('a cell is corrected in its place', async () => {
  const calls = stubServer({})
  const { user } = renderValues({ result })
  const [pencil] = screen.getAllByRole('button', { name: t('review.edit.open', { label: 'Item' }) })
  await user.click(pencil as HTMLElement)
  await user.keyboard('s{Enter}')
  await waitFor(() => expect(calls[0]?.body).toEqual({ path: 'lines.0.item', value: 'Pens', was: 'Pen' }))
})

test('a row is added at the end, and its first cell waits for what to write', async () => {
  const {
    user,
    bodies,
    document: shown,
  } = openTable(() => ({
    ...shown,
    version: 2,
    corrections: { 'lines.2': change('added', first) },
  }))
  await user.click(button(t('review.row.add_to', { label: 'Lines' })))
  await waitFor(() => expect(rows()).toHaveLength(3))
  expect(bodies()).toEqual([{ path: 'lines', action: 'add' }])
  expect(document.activeElement).toBe(screen.getByLabelText(t('review.edit.field', { label: 'Item' })))
  expect(
    screen.getByTitle(t('review.row.added', { name: 'Ana', time: 'Nov 21, 2026, 12:00 PM' })),
  ).toBeTruthy()
})

test('a row taken out can be put back, and the keyboard is at the way back', async () => {
  const answers = [{ 'lines.0': change('removed', first) }, {}]
  const {
    user,
    bodies,
    document: shown,
  } = openTable(() => ({
    ...shown,
    version: 4 - answers.length,
    corrections: answers.shift(),
  }))
  await user.click(button(t('review.row.remove', { number: 1, label: 'Lines' })))
  const back = await screen.findByRole('button', { name: t('review.row.put_back', { rows: 1 }) })
  await waitFor(() => expect(document.activeElement).toBe(back))
  expect(rows()).toEqual([['Ink', `–${t('review.value.not_found')}`]])
  expect(screen.getByText(t('review.row.removed', { rows: 1 }))).toBeTruthy()
  await user.click(back)
  await waitFor(() => expect(rows()).toHaveLength(2))
  expect(bodies()).toEqual([
    { path: 'lines.0', action: 'remove' },
    { path: 'lines.0', action: 'restore' },
  ])
})

test('of several rows taken out the last one comes back first', async () => {
  const corrections = { 'lines.0': change('removed', second), 'lines.1': change('removed', first) }
  const { user, bodies } = openTable(undefined, { result, corrections })
  expect(screen.getAllByText(t('review.value.not_found')).length).toBeGreaterThan(0)
  await user.click(button(t('review.row.put_back', { rows: 2 })))
  await waitFor(() => expect(bodies()).toEqual([{ path: 'lines.0', action: 'restore' }]))
})

test('one change waits for the other, and a refusal is told without taking anything away', async () => {
  const answer = later()
  const { user, calls } = openTable(() => answer.answer)
  await user.click(button(t('review.row.remove', { number: 2, label: 'Lines' })))
  expect(button(t('review.row.add_to', { label: 'Lines' })).disabled).toBe(true)
  await user.click(button(t('review.row.remove', { number: 1, label: 'Lines' })))
  expect(calls).toHaveLength(1)
  answer.resolve(refusal({ message: 'It is being read again.' }))
  expect(await screen.findByText('It is being read again.')).toBeTruthy()
  expect(rows()).toHaveLength(2)
  expect(button(t('review.row.add_to', { label: 'Lines' })).disabled).toBe(false)
})

test('under a finger a row opens to a line for each of its values', async () => {
  const { user } = openTable()
  const open = button(t('review.row.edit', { number: 1, label: 'Lines' }))
  expect(open.getAttribute('aria-expanded')).toBe('false')
  await user.click(open)
  expect(open.getAttribute('aria-expanded')).toBe('true')
  const terms = within(table()).getAllByRole('term')
  expect(terms.map((term) => term.textContent)).toEqual(['Item', 'Amount'])
  expect(button(t('review.row.remove_this'))).toBeTruthy()
})

test.each([
  [100, null],
  [101, '1'],
  [350, '100'],
])('of %d rows the first hundred are shown, and %s more are offered', (count, more) => {
  const lines = Array.from({ length: count }, (_, index) => ({ item: `No ${index}` }))
  openTable(undefined, { result: { lines } })
  const shown = () => document.querySelectorAll('tbody > tr').length
  expect(shown()).toBe(100)
  const next = screen.queryByText(t('review.values.more_rows', { rows: more ?? '1' }))
  expect(next !== null).toBe(more !== null)
  if (next) fireEvent.click(next)
  expect(shown()).toBe(Math.min(count, 200))
})

test('a list the schema describes and nobody found can be begun, in the reader’s language', () => {
  stubServer({})
  const resultSchema = { properties: { lines: { items: { properties: { item: {} } } } } }
  renderValues({ result: { total: 1, lines: [] }, resultSchema }, { locale: 'es' })
  expect(within(table()).getByText(inSpanish('review.value.not_found'))).toBeTruthy()
  expect(button(inSpanish('review.row.add_to', { label: 'Lines' }))).toBeTruthy()
})

test('a list of single values has no rows to add or take out', () => {
  openTable(undefined, { result: { tags: ['a', 'b'] } })
  expect(screen.queryByRole('button', { name: t('review.row.add_to', { label: 'Tags' }) })).toBeNull()
  expect(screen.queryByText(t('review.row.actions'))).toBeNull()
})
