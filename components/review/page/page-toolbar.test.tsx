// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk, t } from '@/tests/support/render'
import { PageToolbar } from './page-toolbar'

const view = { page: 3, pageCount: 12, scale: 1.254, fit: 'page' as const, rotation: 0 as const }

function openToolbar(known: Partial<typeof view> = {}) {
  const controls = { goToPage: vi.fn(), zoom: vi.fn(), fitTo: vi.fn(), closeIn: vi.fn(), rotate: vi.fn() }
  const marks = { count: 1, isShown: true, onToggle: vi.fn() }
  const toolbar = (shown: Partial<typeof view>) => (
    <PageToolbar view={{ ...view, ...shown }} controls={controls} marks={marks} />
  )
  const rendered = renderDesk(toolbar(known))
  return {
    ...rendered,
    controls,
    marks,
    show: (shown: Partial<typeof view>) => rendered.rerender(toolbar(shown)),
  }
}
const page = () => screen.getByLabelText<HTMLInputElement>(t('review.viewer.page'))

test('the page in sight is said among how many, and follows', () => {
  const { show } = openToolbar()
  expect(page().value).toBe('3')
  expect(screen.getByText(t('review.viewer.page_of', { pages: '12' }))).toBeTruthy()
  show({ page: 4 })
  expect(page().value).toBe('4')
})

test('a document of one page has none to choose', () => {
  openToolbar({ pageCount: 1 })
  expect(screen.queryByLabelText(t('review.viewer.page'))).toBeNull()
})

test.each([
  ['1', [1]],
  ['12', [12]],
  ['0', []],
  ['13', []],
  ['two', []],
])('typing %s goes to %j', async (text, pages) => {
  const { user, controls } = openToolbar()
  await user.clear(page())
  await user.type(page(), `${text}{Enter}`)
  expect(controls.goToPage.mock.calls.flat()).toEqual(pages)
})

test('leaving the field goes there as well', async () => {
  const { user, controls } = openToolbar()
  await user.clear(page())
  await user.type(page(), '7')
  await user.tab()
  expect(controls.goToPage).toHaveBeenCalledExactlyOnceWith(7)
})

test('each tool does what its name says', async () => {
  const { user, controls, marks } = openToolbar()
  const press = (key: Parameters<typeof t>[0]) => user.click(screen.getByRole('button', { name: t(key) }))
  await press('review.viewer.zoom_in')
  await press('review.viewer.zoom_out')
  await press('review.viewer.fit_width')
  await press('review.viewer.fit_page')
  await press('review.viewer.rotate')
  await press('review.viewer.marks_hide')
  expect(controls.zoom.mock.calls).toEqual([['in'], ['out']])
  expect(controls.fitTo.mock.calls).toEqual([['width'], ['page']])
  expect(controls.rotate).toHaveBeenCalledOnce()
  expect(marks.onToggle).toHaveBeenCalledOnce()
  expect(screen.getByLabelText(t('review.viewer.zoom', { percent: '125%' }))).toBeTruthy()
})
