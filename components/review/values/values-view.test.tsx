// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { I18nProvider } from '@/components/shell/i18n'
import { TooltipProvider } from '@/components/ui/tooltip'
import { PageFocusProvider, usePageFocus } from '../page/page-focus'
import { PageMarks } from '../page/page-marks'
import { toMarks } from '../page/page-view'
import { buildResultTree, listValues } from '../result/result-tree'
import { ValueNodes } from './value-nodes'

afterEach(cleanup)

const result = {
  supplier: 'Acme',
  total: 12.5,
  iban: null,
  _evidence: {
    supplier: { page: 1, box: [0.1, 0.1, 0.2, 0.02], text: 'ACME', confidence: 0.99 },
    total: { page: 2, box: [0.8, 0.9, 0.1, 0.02], text: '12,50', confidence: 0.41 },
  },
}

function Review() {
  const nodes = buildResultTree({ result, resultSchema: null, locale: 'en' })
  return (
    <I18nProvider locale="en" timeZone="UTC">
      <TooltipProvider>
        <PageFocusProvider>
          <ValueNodes nodes={nodes} keysShown={false} />
          <Page nodes={nodes} />
        </PageFocusProvider>
      </TooltipProvider>
    </I18nProvider>
  )
}

function Page({ nodes }: { nodes: ReturnType<typeof buildResultTree> }) {
  const focus = usePageFocus()
  const marks = toMarks({ values: listValues(nodes), textOf: ({ value }) => String(value) })
  return (
    <div data-testid="page" data-page={focus?.evidence.page}>
      <PageMarks
        marks={marks}
        rotation={0}
        activePath={focus?.path ?? null}
        showAll={false}
        onChoose={() => {}}
      />
    </div>
  )
}

test('reaching a value by keyboard shows its place on its page, and only that', async () => {
  render(<Review />)
  const page = screen.getByTestId('page')
  expect(page.children).toHaveLength(0)
  screen.getByRole('button', { name: /^Total: 12.50/ }).focus()
  await screen.findByText('12.50')
  expect(page.dataset.page).toBe('2')
  expect(page.children).toHaveLength(1)
  await userEvent.hover(screen.getByRole('button', { name: /^Supplier: Acme/ }))
  expect(page.dataset.page).toBe('1')
})

test('a value read with little certainty says so in words, a certain one does not', () => {
  render(<Review />)
  expect(screen.getAllByText('Check')).toHaveLength(1)
  expect(screen.getByText('Check').closest('button')?.dataset.value).toBe('total')
})

test('a value that was not found says so, claims no page and cannot be copied', () => {
  render(<Review />)
  const line = screen.getByText('Not found').closest('div')
  expect(line?.textContent).not.toContain('Page')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Copy Iban' }).disabled).toBe(true)
})

test('what a model suggested says so; its place is shown like any other', () => {
  const suggested = {
    seller: { name: 'Acme' },
    _evidence: { seller: { name: { page: 1, box: [0, 0, 0.1, 0.1], confidence: 0.6, source: 'model' } } },
  }
  const nodes = buildResultTree({ result: suggested, resultSchema: null, locale: 'en' })
  render(
    <I18nProvider locale="en" timeZone="UTC">
      <TooltipProvider>
        <PageFocusProvider>
          <ValueNodes nodes={nodes} keysShown={false} />
        </PageFocusProvider>
      </TooltipProvider>
    </I18nProvider>,
  )
  const mark = screen.getByText('Suggested by the model')
  expect(mark.closest('button')?.dataset.value).toBe('seller.name')
  expect(screen.queryByText('Check')).toBeNull()
})
