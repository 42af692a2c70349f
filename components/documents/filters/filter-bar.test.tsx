// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { createRef } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ListFilter } from '@/lib/documents/model/list-filter'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { FilterBar } from './filter-bar'
import { SearchBox } from './search-box'

const people = [
  { id: 'usr_1', name: 'Ana' },
  { id: 'usr_2', name: 'Ben' },
]
const steps = [
  { id: 'inv', name: 'Invoices' },
  { id: 'rec', name: 'Receipts' },
]

beforeEach(() => void stubServer({ 'GET /api/steps': { steps } }))

function openBar(
  filter: ListFilter = {},
  { locale = 'en' as 'en' | 'es', shownPeople = people, suppliers = [] as string[] } = {},
) {
  const onChange = vi.fn()
  const onClear = vi.fn()
  const bar = (
    <FilterBar
      filter={filter}
      people={shownPeople}
      suppliers={suppliers}
      searchRef={createRef<HTMLInputElement>()}
      onChange={onChange}
      onClear={onClear}
    />
  )
  return { ...renderDesk(bar, { locale, timeZone: 'America/Santiago' }), onChange, onClear }
}

async function choose({ user }: ReturnType<typeof openBar>, name: string, option: string) {
  ;(await screen.findByRole('combobox', { name })).focus()
  await user.keyboard('{Enter}')
  await user.click(screen.getByRole('option', { name: option }))
}

test('a step, a person and what was checked are chosen from lists, and taken back by the first entry', async () => {
  const view = openBar()
  await choose(view, t('table.filter.step'), 'Receipts')
  await choose(view, t('table.filter.person'), 'Ben')
  await choose(view, t('table.filter.check'), t('table.filter.check_open'))
  expect(view.onChange.mock.calls).toEqual([[{ step: 'rec' }], [{ person: 'usr_2' }], [{ review: 'open' }]])
  view.unmount()
  const chosen = openBar({ step: 'rec', person: 'usr_2', review: 'done' })
  await choose(chosen, t('table.filter.step'), t('table.filter.step_all'))
  await choose(chosen, t('table.filter.person'), t('table.filter.person_all'))
  await choose(chosen, t('table.filter.check'), t('table.filter.check_all'))
  const nothing = undefined
  expect(chosen.onChange.mock.calls).toEqual([
    [{ step: nothing }],
    [{ person: nothing }],
    [{ review: nothing }],
  ])
})

test('where there is one person there is nothing to choose; a step that is filtered by is always there', async () => {
  stubServer({ 'GET /api/steps': { steps: steps.slice(0, 1) } })
  const { unmount } = openBar({}, { shownPeople: people.slice(0, 1) })
  expect(screen.queryByRole('combobox', { name: t('table.filter.person') })).toBeNull()
  expect(screen.queryByRole('combobox', { name: t('table.filter.step') })).toBeNull()
  unmount()
  openBar({ step: 'gone' })
  expect(screen.getByRole('combobox', { name: t('table.filter.step') })).toBeTruthy()
})

test('several states are chosen one by one while the list stays open; without the last, all', async () => {
  const { user, onChange, unmount } = openBar({ state: ['failed'] })
  await user.click(screen.getByRole('button', { name: t('state.failed') }))
  await user.click(screen.getByRole('menuitemcheckbox', { name: t('state.done') }))
  await user.click(screen.getByRole('menuitemcheckbox', { name: t('state.failed') }))
  expect(onChange.mock.calls).toEqual([[{ state: ['failed', 'done'] }], [{ state: undefined }]])
  unmount()
  openBar({ state: ['failed', 'done'] }, { locale: 'es' })
  expect(screen.getByRole('button', { name: inSpanish('table.filter.states', { count: 2 }) })).toBeTruthy()
})

test.each([
  [{}, t('table.filter.date')],
  [{ from: '2026-11-03' }, 'Received: Since Nov 3, 2026'],
  [{ issuedTo: '2026-11-03' }, 'Issued: Until Nov 3, 2026'],
  [{ dueFrom: '2026-11-03', dueTo: '2026-11-03' }, 'Due: Nov 3, 2026'],
  [
    { from: '2026-11-03', issuedFrom: '2026-11-03', issuedTo: '2026-11-09' },
    'Issued: Nov 3, 2026 – Nov 9, 2026 · Received: Since Nov 3, 2026',
  ],
])('the days of %j are written on the button: %s', (filter, words) => {
  openBar(filter)
  expect(screen.getByRole('button', { name: words })).toBeTruthy()
})

test('the periods people ask for most are one press each, and pressed again taken back', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 4, 12) })
  const { user, onChange, unmount } = openBar()
  await user.click(screen.getByRole('button', { name: t('table.filter.last_week') }))
  expect(onChange).toHaveBeenLastCalledWith({ issuedFrom: '2026-02-23', issuedTo: '2026-03-01' })
  await user.click(screen.getByRole('button', { name: t('table.quick.due') }))
  expect(onChange).toHaveBeenLastCalledWith({ dueFrom: '2026-03-02', dueTo: '2026-03-08' })
  unmount()
  const month = { issuedFrom: '2026-02-01', issuedTo: '2026-02-28' }
  const chosen = openBar(month, { locale: 'es' })
  const button = screen.getByRole('button', { name: inSpanish('table.filter.last_month') })
  expect(button.getAttribute('aria-pressed')).toBe('true')
  await chosen.user.click(button)
  expect(chosen.onChange).toHaveBeenLastCalledWith({ issuedFrom: undefined, issuedTo: undefined })
})

test('an Enter that ends a composition searches nothing', async () => {
  const { user, onChange } = openBar()
  await user.type(screen.getByRole('searchbox'), 'にほん')
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter', isComposing: true })
  expect(onChange).not.toHaveBeenCalled()
})

test('a supplier is typed, or chosen among those in sight', async () => {
  const { user, onChange } = openBar({}, { suppliers: ['Acme', 'Beta'] })
  const box = screen.getByRole('combobox', { name: t('table.filter.supplier') })
  await user.type(box, 'acm{Enter}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ supplier: 'acm' }, 'stay')
  const names = [...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'))
  expect(names).toEqual(['Acme', 'Beta'])
})

test('days are chosen by a word, or each end by itself, in the organisation’s zone', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 1, 2) })
  const { user, onChange } = openBar({ from: '2026-02-01', to: '2026-02-10' })
  await user.click(screen.getByRole('button', { name: /Feb 1/ }))
  expect(screen.getByText(t('table.filter.zone', { zone: 'Santiago' }))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('table.filter.week') }))
  expect(onChange).toHaveBeenLastCalledWith({ from: '2026-02-22', to: '2026-02-28' })
  const [from, to] = [t('table.filter.from'), t('table.filter.to')].map((label) =>
    screen.getByLabelText<HTMLInputElement>(label),
  ) as [HTMLInputElement, HTMLInputElement]
  expect([from.max, to.min]).toEqual(['2026-02-10', '2026-02-01'])
  fireEvent.change(from, { target: { value: '2026-02-05' } })
  expect(onChange).toHaveBeenLastCalledWith({ from: '2026-02-05' })
  fireEvent.change(to, { target: { value: '' } })
  expect(onChange).toHaveBeenLastCalledWith({ to: undefined })
  await user.click(screen.getByRole('button', { name: t('table.filter.any_date') }))
  expect(onChange).toHaveBeenLastCalledWith({ from: undefined, to: undefined })
})

test('without days there are none to take back, and without any filter none to clear', async () => {
  const { user, onClear, unmount } = openBar()
  await user.click(screen.getByRole('button', { name: t('table.filter.date') }))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: t('table.filter.any_date') }).disabled).toBe(
    true,
  )
  expect(screen.queryByRole('button', { name: t('table.filter.clear') })).toBeNull()
  unmount()
  const filtered = openBar({ q: 'x' })
  await filtered.user.click(screen.getByRole('button', { name: t('table.filter.clear') }))
  expect(filtered.onClear).toHaveBeenCalledOnce()
  expect(onClear).not.toHaveBeenCalled()
})

test('searching stays in its step of the history', async () => {
  const { user, onChange } = openBar()
  await user.type(screen.getByRole('searchbox'), 'acme{Enter}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ q: 'acme' }, 'stay')
})

function openSearch(value: string) {
  const onSearch = vi.fn()
  const box = (shown: string) => (
    <SearchBox ref={createRef<HTMLInputElement>()} value={shown} onSearch={onSearch} />
  )
  const view = renderDesk(box(value))
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: t('table.search_label') })
  return { ...view, field, onSearch, show: (shown: string) => view.rerender(box(shown)) }
}

test('typing searches once, a quarter of a second after it pauses', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { field, onSearch } = openSearch('')
  for (const text of ['a', 'ac', 'acme ']) {
    fireEvent.change(field, { target: { value: text } })
    vi.advanceTimersByTime(249)
  }
  expect(onSearch).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onSearch).toHaveBeenCalledExactlyOnceWith('acme')
})

test('Escape empties the search, and leaves it once it is empty', async () => {
  const { field, user } = openSearch('acme')
  await user.type(field, '{Escape}')
  expect(field.value).toBe('')
  expect(document.activeElement).toBe(field)
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(document.body)
})

test('a search cleared elsewhere empties the box', () => {
  const { field, onSearch, show } = openSearch('acme')
  show('')
  expect(field.value).toBe('')
  expect(onSearch).not.toHaveBeenCalled()
})

test('the answer to a search does not take away what was typed since', async () => {
  const { field, user, show } = openSearch('')
  await user.type(field, 'acme{Enter}')
  await user.type(field, ' in')
  show('acme')
  expect(field.value).toBe('acme in')
})
