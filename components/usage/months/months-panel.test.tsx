// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { UsageMonth } from '@/lib/usage/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { MonthsPanel } from './months-panel'

const month = (number: number, pages: number, known: Partial<UsageMonth> = {}): UsageMonth => ({
  year: 2026,
  month: number,
  pages,
  operations: number,
  ledger: { pages, operations: number },
  source: 'upstream',
  asOf: '2026-11-21T15:00:00.000Z',
  ...known,
})
const months = [
  month(9, 1200, { ledger: { pages: 1000, operations: 9 } }),
  month(10, 70, { source: 'ledger' }),
  month(11, 5),
]

function openPanel(shown: UsageMonth[] = months, locale: 'en' | 'es' = 'en') {
  const onChoose = vi.fn()
  const view = renderDesk(
    <MonthsPanel months={shown} chosen={{ year: 2026, month: 10 }} onChoose={onChoose} />,
    {
      locale,
    },
  )
  return { ...view, onChoose }
}

test('the chart names itself and its two kinds of bars, and leads those who cannot see it to the table', () => {
  openPanel()
  const chart = screen.getByRole('figure', { name: t('usage.months.chart_label') })
  expect(within(chart).getByText(t('usage.column.pages'))).toBeTruthy()
  expect(within(chart).getByText(t('usage.column.operations'))).toBeTruthy()
})

test('the table has the chart’s figures, newest first, with what each month differs by', async () => {
  const { user } = openPanel()
  await user.click(screen.getByRole('radio', { name: t('usage.months.table') }))
  expect(screen.queryByRole('figure')).toBeNull()
  const rows = screen.getAllByRole('row').map((row) =>
    within(row)
      .queryAllByRole('cell')
      .map((cell) => cell.textContent),
  )
  expect(rows.slice(1)).toEqual([
    ['November 2026', '5', '11', '5', '0'],
    ['October 2026', '70', '10', '70', '–'],
    ['September 2026', '1,200', '9', '1,000', '200'],
  ])
})

test('each month of the table opens its lines; the chosen one says that it is', async () => {
  const { user, onChoose } = openPanel(months, 'es')
  await user.click(screen.getByRole('radio', { name: inSpanish('usage.months.table') }))
  const pressed = screen.getAllByRole('button').map((button) => button.getAttribute('aria-pressed'))
  expect(pressed).toEqual(['false', 'true', 'false'])
  await user.click(
    screen.getByRole('button', { name: inSpanish('usage.months.open', { month: 'septiembre de 2026' }) }),
  )
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(months[0])
})

test('months in which nothing was counted have no empty chart, but their table', async () => {
  const { user } = openPanel([month(11, 0)])
  expect(screen.getByText(t('usage.months.empty'))).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: t('usage.months.table') }))
  expect(screen.getAllByRole('row')).toHaveLength(2)
})

test('pages that our own ledger alone has are not nothing', () => {
  openPanel([month(11, 0, { ledger: { pages: 3, operations: 1 } })])
  expect(screen.queryByText(t('usage.months.empty'))).toBeNull()
})
