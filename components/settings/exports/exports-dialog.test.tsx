// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ColumnSet } from '@/lib/steps/exports/schema'
import { renderDesk, t } from '@/tests/support/render'
import { type Call, refusal, stubServer } from '@/tests/support/stub-server'
import { ExportsDialog } from './exports-dialog'

const step = { id: 'cinvoice', name: 'Invoices' }
const set = (change: Partial<ColumnSet>): ColumnSet => ({
  ...{ id: 'exp_1', name: 'Ledger', step, spec: { columns: [{ header: 'Sum', jsonPath: '$.total' }] } },
  ...change,
})
const fields = [
  { path: '$.total', label: 'Total', list: null },
  { path: '$.line_items[*].amount', label: 'Lines · Amount', list: 'Lines' },
  { path: '$.taxes[*].rate', label: 'Taxes · Rate', list: 'Taxes' },
]

function open(answers = {}) {
  const other = set({ id: 'exp_2', name: 'Other', step: { id: 'other', name: 'Receipts' } })
  const calls = stubServer({
    'GET /api/exports': { exports: [set({}), other] },
    'GET /api/settings/exports/fields': { fields },
    'POST /api/settings/exports/preview': ({ body }: Call) => {
      const { columns } = (body as { spec: { columns: { header: string }[] } }).spec
      const heads = columns.map(({ header }) => header)
      return { documents: 2, sheets: [{ name: 'Documents', heads, rows: [[12.5], [null]] }] }
    },
    'POST /api/settings/exports': ({ body }: Call) => ({
      exports: [set({}), set({ ...(body as object), id: 'exp_3', step })],
    }),
    ...answers,
  })
  return { ...renderDesk(<ExportsDialog step={step} onClose={() => {}} />), calls }
}
const button = (name: string) => screen.findByRole('button', { name })
const choose = async (user: ReturnType<typeof open>['user'], combobox: string, option: string) => {
  await user.click(screen.getByRole('combobox', { name: combobox }))
  await user.click(await screen.findByRole('option', { name: option }))
}
const headOf = (number: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: t('settings.exports.head', { number }) })

test('an export of a step is made of its fields, in an order and under headings of one’s own', async () => {
  const { user, calls } = open()
  expect(await screen.findByText('Ledger')).toBeTruthy()
  expect(screen.queryByText('Other')).toBeNull()
  await user.click(await button(t('settings.exports.new')))
  await user.click(await button(t('common.save')))
  expect(screen.getByText(t('settings.exports.name_problem'))).toBeTruthy()
  expect(screen.getByText(t('settings.exports.columns_problem'))).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: t('settings.exports.name') }), 'Lines')
  await choose(user, t('settings.exports.add'), 'Total')
  await choose(user, t('settings.exports.add'), 'Lines · Amount')
  await user.clear(headOf('1'))
  await user.type(headOf('1'), 'Sum')
  await user.click(await button(t('settings.exports.down', { column: 'Sum' })))
  const preview = within(await screen.findByRole('region', { name: 'Documents' }))
  await vi.waitFor(() =>
    expect(preview.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Lines · Amount',
      'Sum',
    ]),
  )
  expect(preview.getByRole('cell', { name: '12.5' })).toBeTruthy()
  await user.click(await button(t('common.save')))
  await button(t('settings.exports.change', { name: 'Lines' }))
  const columns = [
    { header: 'Lines · Amount', jsonPath: '$.line_items[*].amount' },
    { header: 'Sum', jsonPath: '$.total' },
  ]
  const posted = calls.find(({ method, path }) => method === 'POST' && path === '/api/settings/exports')
  expect(posted?.body).toEqual({ step: step.id, name: 'Lines', spec: { columns } })
})

test('columns of two lists are no rows together, which is said before it is saved', async () => {
  const { user, calls } = open()
  await user.click(await button(t('settings.exports.change', { name: 'Ledger' })))
  expect(headOf('1').value).toBe('Sum')
  await choose(user, t('settings.exports.add'), 'Lines · Amount')
  await choose(user, t('settings.exports.add'), 'Taxes · Rate')
  expect(await screen.findByText(t('settings.exports.one_list'))).toBeTruthy()
  await user.click(await button(t('common.save')))
  expect(calls.some(({ method }) => method === 'PATCH')).toBe(false)
  await user.click(await button(t('settings.exports.remove', { column: 'Taxes · Rate' })))
  expect(screen.queryByText(t('settings.exports.one_list'))).toBeNull()
})

test('a refusal is said in the form, and an export is deleted after a question', async () => {
  const { user } = open({
    'PATCH /api/settings/exports/exp_1': refusal({ message: 'The name is taken.' }),
    'DELETE /api/settings/exports/exp_1': { exports: [] },
  })
  await user.click(await button(t('settings.exports.change', { name: 'Ledger' })))
  await user.click(await button(t('common.save')))
  expect(await screen.findByText('The name is taken.')).toBeTruthy()
  await user.click(await button(t('common.cancel')))
  await user.click(await button(t('settings.exports.delete', { name: 'Ledger' })))
  await user.click(await button(t('settings.exports.delete.yes')))
  expect(await screen.findByText(t('settings.exports.empty'))).toBeTruthy()
})
