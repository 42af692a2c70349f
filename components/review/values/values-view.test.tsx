// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { documentSummary } from '@/tests/support/document-summary'
import { inSpanish, t } from '@/tests/support/render'
import { renderValues } from '@/tests/support/review'
import { stubServer } from '@/tests/support/stub-server'

const result = {
  supplier: 'Acme',
  total: 12.5,
  iban: null,
  _evidence: {
    supplier: { page: 1, box: [0.1, 0.1, 0.2, 0.02], text: 'ACME', confidence: 0.99 },
    total: { page: 2, box: [0.8, 0.9, 0.1, 0.02], text: '12,50', confidence: 0.41 },
  },
}
const page = () => screen.getByTestId('page')
const value = (name: RegExp) => screen.getByRole('button', { name })

test('reaching a value by keyboard shows its place on its page, and only that', async () => {
  const { user } = renderValues({ result })
  expect(page().children).toHaveLength(0)
  value(/^Total: 12.50/).focus()
  expect(await screen.findByTitle(t('review.viewer.mark', { label: 'Total', value: '12.5' }))).toBeTruthy()
  expect([page().dataset.page, page().dataset.how, page().children.length]).toEqual(['2', 'focus', 1])
  await user.hover(value(/^Supplier: Acme/))
  expect([page().dataset.page, page().dataset.how]).toEqual(['1', 'hover'])
  await user.click(value(/^Total/))
  expect([page().dataset.page, page().dataset.how]).toEqual(['2', 'go'])
})

test('a value says on which page it stands, what is printed there and how certain the reading was', () => {
  renderValues({ result })
  const total = value(/^Total/)
  expect(total.getAttribute('aria-label')).toBe(
    t('review.value.show', { label: 'Total', value: '12.50', page: 2 }),
  )
  expect(total.title).toBe('On the page: 12,50\nValue: 12.5\nCertainty 41%')
  expect(value(/^Supplier/).title).toBe('On the page: ACME\nCertainty 99%')
})

test('a value read with little certainty says so in words, a certain one does not', () => {
  renderValues({ result })
  expect(screen.getByText(t('review.value.doubtful')).closest('button')?.dataset.value).toBe('total')
  expect(screen.getByTitle(t('review.value.doubtful_hint', { percent: '41%' }))).toBeTruthy()
})

test('a value that was not found says so, claims no page and cannot be copied', () => {
  renderValues({ result })
  const line = screen.getByText(t('review.value.not_found')).closest('div')
  expect(line?.textContent).not.toContain('Page')
  const copy = screen.getByRole<HTMLButtonElement>('button', {
    name: t('review.value.copy', { label: 'Iban' }),
  })
  expect(copy.disabled).toBe(true)
})

test('what a model suggested says so; its place is shown like any other', () => {
  const claim = { page: 1, box: [0, 0, 0.1, 0.1], confidence: 0.6, source: 'model' }
  renderValues({ result: { seller: { name: 'Acme' }, _evidence: { seller: { name: claim } } } })
  expect(screen.getByText(t('review.value.model')).closest('button')?.dataset.value).toBe('seller.name')
  expect(screen.queryByText(t('review.value.doubtful'))).toBeNull()
  expect(screen.getByRole('region', { name: 'Seller' })).toBeTruthy()
})

test('above the values stands how many there are, how many are missing and how much is to review', () => {
  const { unmount } = renderValues({ result })
  expect(screen.getByText('2 values · 1 not found · To review: 1')).toBeTruthy()
  unmount()
  renderValues({ result: { supplier: 'Acme' } }, { locale: 'es' })
  expect(screen.getByText(inSpanish('review.values.count', { found: 1 }))).toBeTruthy()
})

test('a document read without values says so, and the fields it should have had stand below', () => {
  renderValues({ result: {}, resultSchema: { properties: { total: { title: 'Total' } } } })
  expect(screen.getByText(t('review.values.empty'))).toBeTruthy()
  expect(screen.getByText('Total')).toBeTruthy()
})

test('a document read without values can be processed with another step, its cost said first', async () => {
  const calls = stubServer({
    'GET /api/steps': {
      steps: [
        { id: 'step', name: 'Invoice' },
        { id: 'rec', name: 'Receipt' },
      ],
    },
    'POST /api/documents/doc_1/retry?step=rec': documentSummary({ step: { id: 'rec', name: 'Receipt' } }),
  })
  const { user } = renderValues({ result: {}, pages: 3 })
  await user.click(await screen.findByRole('button', { name: t('review.other_step') }))
  const items = screen.getAllByRole('menuitem')
  expect(items.map(({ textContent }) => textContent)).toEqual(['Receipt'])
  await user.click(items[0] as HTMLElement)
  expect(screen.getByText(t('review.other_step.text', { step: 'Receipt', pages: '3' }))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('review.other_step.yes') }))
  await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true))
})

test('the keys of the fields are shown where they are asked for', async () => {
  const { user } = renderValues({ result })
  expect(screen.queryByText('supplier')).toBeNull()
  await user.click(screen.getByRole('switch', { name: t('review.values.keys') }))
  expect(screen.getByText('supplier')).toBeTruthy()
})

test('a copied value is the plain one', async () => {
  const { user } = renderValues({ result })
  await user.click(screen.getByRole('button', { name: t('review.value.copy', { label: 'Total' }) }))
  expect(await navigator.clipboard.readText()).toBe('12.5')
})

test.each([
  [200, false],
  [201, true],
])('text of %d letters is cut until asked for: %s', async (length, isCut) => {
  const { user } = renderValues({ result: { note: 'x'.repeat(length) } })
  const more = () => screen.queryByRole('button', { name: t('review.values.expand') })
  expect(more() !== null).toBe(isCut)
  if (!isCut) return
  await user.click(more() as HTMLElement)
  const less = screen.getByRole('button', { name: t('review.values.collapse') })
  expect(less.getAttribute('aria-expanded')).toBe('true')
})

test('things with long values stand one below the other, each with its number', () => {
  renderValues({ result: { pages: [{ text: 'word '.repeat(100) }, { text: 'more '.repeat(100) }] } })
  const records = within(screen.getByRole('region', { name: 'Pages' })).getAllByRole('article')
  expect(records.map((record) => record.getAttribute('aria-label'))).toEqual(['Pages 1', 'Pages 2'])
})

const list = (...messages: string[]) => ({ count: messages.length, messages })

test('what does not add up stands before the values, each thing once, and those without words are counted', () => {
  const validation = { errors: { count: 4, messages: ['A', 'A', 'B'] }, warnings: list('C') }
  renderValues({ result, validation })
  const [errors, warnings] = screen.getAllByRole('status')
  expect(errors?.textContent).toContain(t('review.validation.errors', { number: '4' }))
  expect(
    within(errors as HTMLElement)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['A', 'B', t('review.validation.more', { count: 1 })])
  expect(warnings?.textContent).toBe(`${t('review.validation.warnings', { number: '1' })}C`)
})

test('where all adds up there is nothing above the values', () => {
  renderValues({ result, validation: { errors: list(), warnings: list() } })
  expect(screen.queryByRole('status')).toBeNull()
})
