// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetail } from '@/tests/support/document-summary'
import { t } from '@/tests/support/render'
import { openPage, renderValues } from '@/tests/support/review'
import { later, refusal, stubServer } from '@/tests/support/stub-server'

const totals = { subtotal: 1420, tax: 269.8, total: 1589.8, currency: 'EUR' }
const evidence = { subtotal: { page: 1 }, tax: { page: 2 }, total: { page: 3 } }
const result = { supplier: 'Acme', ...totals, _evidence: evidence }
const list = (...messages: string[]) => ({ count: messages.length, messages })

/** The line of a field with what was found about it. */
const lineOf = (label: string) =>
  within(screen.getByText(label, { selector: 'dt span' }).closest('[data-holder]') as HTMLElement)
const words = (label: string) => lineOf(label).getByRole('listitem').querySelector('p')?.textContent

test('totals that do not add up are told at the total, with their numbers and what is missing', () => {
  renderValues({ result })
  expect(words('Total')).toBe('1,420.00 + 269.80 ≠ 1,589.80 (difference −100.00)')
  expect(lineOf('Supplier').queryByRole('listitem')).toBeNull()
})

test('in Spanish with the marks of the language', () => {
  renderValues({ result }, { locale: 'es' })
  expect(words('Total')).toBe('1.420,00 + 269,80 ≠ 1.589,80 (diferencia −100,00)')
})

test('each number lights up on the page and leads to its field', async () => {
  const { user } = renderValues({ result })
  const figure = lineOf('Total').getByRole('button', { name: '269.80, Tax' })
  await user.hover(figure)
  expect(screen.getByTestId('page').dataset).toMatchObject({ page: '2', how: 'hover' })
  await user.click(figure)
  expect(document.activeElement?.getAttribute('data-value')).toBe('tax')
  expect(screen.getByTestId('page').dataset).toMatchObject({ page: '2', how: 'go' })
})

test('what the service says of the same is told once, at the field and not above all values', () => {
  const validation = { errors: list('Total 1589.80 is not 1420.00 + 269.80', 'Odd.'), warnings: list() }
  renderValues({ result, validation })
  const above = screen.getAllByRole('status')
  expect(
    above.map((notice) =>
      within(notice)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ),
  ).toEqual([['Odd.']])
  expect(screen.getAllByText(/≠/)).toHaveLength(1)
})

test('the sentence goes once the values add up, and comes where a correction breaks them', () => {
  const corrected = (total: number) => ({
    total: { value: total, read: 1589.8, by: { id: 'u', name: 'Ana' }, at: '2026-11-21T10:00:00.000Z' },
  })
  const { unmount } = renderValues({ result, corrections: corrected(1689.8) })
  expect(screen.queryByText(/≠/)).toBeNull()
  unmount()
  renderValues({ result: { ...result, total: 1689.8 }, corrections: corrected(1700) })
  expect(words('Total')).toBe('1,420.00 + 269.80 ≠ 1,700.00 (difference 10.20)')
})

test('rows and their sum are told at their table', () => {
  const lines = [
    { quantity: 3, unit_price: 2.5, amount: 8 },
    { quantity: 1, unit_price: 4, amount: 4 },
  ]
  renderValues({ result: { subtotal: 10, lines } })
  const table = within(screen.getByRole('region', { name: 'Lines' }))
  const told = table.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent)
  expect(told).toEqual(['12 in the lines ≠ 10 (difference −2)', '3 × 2.50 ≠ 8.00 (difference 0.50)'])
})

test('it is signed as printed at its field; what the server refuses is said', async () => {
  const shown: Partial<DocumentDetail> = { result }
  const { user, document } = renderValues(shown)
  const [item] = document.reviewItems
  const by = { id: 'usr_1', name: 'Ana' }
  const confirmed = documentDetail({
    ...document,
    version: 2,
    confirmations: { [item?.id ?? '']: { by, at: '2026-11-21T10:00:00.000Z' } },
  })
  let answer: unknown = refusal({ status: 409, code: 'document.no_result', message: 'No values.' })
  const calls = stubServer({ 'PUT /api/documents/doc_1/confirmations': () => answer })
  await user.click(lineOf('Total').getByRole('button', { name: t('review.queue.printed') }))
  expect(await screen.findByText('No values.')).toBeTruthy()
  answer = confirmed
  await user.click(lineOf('Total').getByRole('button', { name: t('review.queue.printed') }))
  await vi.waitFor(() =>
    expect(lineOf('Total').getByText(t('review.finding.confirmed', { name: 'Ana' }))).toBeTruthy(),
  )
  expect(calls.at(-1)?.body).toEqual({ item: '_desk.totals.mismatch', confirmed: true })
  await user.click(lineOf('Total').getByRole('button', { name: t('review.queue.undo') }))
  await vi.waitFor(() =>
    expect(calls.at(-1)?.body).toEqual({ item: '_desk.totals.mismatch', confirmed: false }),
  )
})

test('it is signed behind the correction it came of, which the server has to know first', async () => {
  const known = { result: { subtotal: 10, lines: [{ amount: 4 }, { amount: 6 }] } }
  const corrected = later()
  const answers = {
    'PUT /api/documents/doc_1/values': () => corrected.answer,
    'PUT /api/documents/doc_1/confirmations': documentDetail({ ...known, version: 3 }),
  }
  const { user, calls } = openPage(known, { answers })
  const sent = () => calls.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/').at(-1))
  screen.getByRole('gridcell', { name: '6' }).focus()
  await user.keyboard('7{Enter}')
  await user.click(await screen.findByRole('button', { name: t('review.queue.printed') }))
  expect(await screen.findByText(t('review.finding.confirmed', { name: 'Ana' }))).toBeTruthy()
  expect(sent()).toEqual(['values'])
  corrected.resolve(documentDetail({ ...known, version: 2 }))
  await vi.waitFor(() => expect(sent()).toEqual(['values', 'confirmations']))
})

const again = {
  kind: 'finding' as const,
  id: '_same.doc_0',
  severity: 'error' as const,
  code: 'invoice.again',
  fields: ['invoice_number', 'total'],
  values: { document: 'doc_0', received: '2026-11-03T10:00:00.000Z' },
  message: 'x',
}
const invoice = { supplier: 'Acme', invoice_number: 'F-7', total: 119 }

test('an invoice that was received before stands beside this one, and is said to be no duplicate', async () => {
  const headline = { from: 'Acme', number: 'F-7', issued: null, due: null, total: 119, currency: 'EUR' }
  const earlier = documentDetail({
    id: 'doc_0',
    headline: { ...headline, from: 'ACME Ltd' },
    receivedAt: '2026-11-03T10:00:00.000Z',
  })
  const calls = stubServer({
    'GET /api/documents/doc_0': earlier,
    'PUT /api/documents/doc_1/confirmations': refusal({ message: 'Gone.' }),
  })
  const { user } = renderValues({ result: invoice, headline, reviewItems: [again] })
  const line = lineOf('Invoice number')
  expect(line.getByText(t('review.finding.again', { date: 'Nov 3, 2026' }))).toBeTruthy()
  const table = within(await line.findByRole('table'))
  const cells = table
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent))
  expect(cells.slice(0, 3)).toEqual([
    ['', t('review.finding.this'), t('review.finding.earlier')],
    ['Supplier', 'Acme', 'ACME Ltd'],
    ['Number', 'F-7', 'F-7'],
  ])
  const link = line.getByRole('link', { name: t('review.finding.open_earlier') })
  expect(link.getAttribute('href')).toBe('/documents/doc_0')
  await user.click(line.getByRole('button', { name: t('review.finding.not_again') }))
  const signed = calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)
  expect(signed).toEqual([{ item: '_same.doc_0', confirmed: true }])
})

test('who may not see the earlier invoice is told when it came, and no more', () => {
  const calls = stubServer({})
  const { received } = again.values
  renderValues({ result: invoice, reviewItems: [{ ...again, values: { received } }] })
  expect(lineOf('Invoice number').getByText(t('review.finding.again', { date: 'Nov 3, 2026' }))).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
  expect(calls).toEqual([])
})

test('another account is told with both, masked, at its field', async () => {
  const item = {
    ...again,
    id: '_account.DE89370400440532013000',
    code: 'account.changed',
    fields: ['iban'],
    values: { ...again.values, account: 'DE89 •••• 3000', before: 'ES91 •••• 1332' },
  }
  stubServer({ 'GET /api/documents/doc_0': documentDetail({ id: 'doc_0' }) })
  renderValues({ result: { ...invoice, iban: 'DE89370400440532013000' }, reviewItems: [item] })
  const words = { account: 'DE89 •••• 3000', before: 'ES91 •••• 1332', date: 'Nov 3, 2026' }
  const line = lineOf('Iban')
  expect(line.getByText(t('review.finding.account', words))).toBeTruthy()
  expect(line.getByRole('button', { name: t('review.finding.account_right') })).toBeTruthy()
  expect(await line.findByRole('row', { name: /DE89 •••• 3000 ES91 •••• 1332/ })).toBeTruthy()
})
