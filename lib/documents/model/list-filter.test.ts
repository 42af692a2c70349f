import { expect, test } from 'vitest'
import { filterFromSearch, filterToSearch, isFiltered } from './list-filter'

test('a filter survives the way through the address', () => {
  const filter = {
    state: ['failed' as const, 'done' as const],
    q: 'café & co',
    step: 'c1',
    from: '2026-01-31',
    to: '2026-02-01',
  }
  const read = filterFromSearch(new URLSearchParams(filterToSearch(filter).toString()))
  expect(read).toEqual({ ...filter, state: ['done', 'failed'] })
})

test('what an address says wrongly is left out and the rest kept', () => {
  const read = filterFromSearch(new URLSearchParams('state=done,nonsense&from=yesterday&q=%20%20&step=c1'))
  expect(read).toEqual({ state: ['done'], step: 'c1' })
})

test('the filter by review is understood by its earlier name too', () => {
  expect(filterFromSearch(new URLSearchParams('check=open'))).toEqual({ review: 'open' })
})

test('an empty address filters nothing', () => {
  expect(isFiltered(filterFromSearch(new URLSearchParams('cursor=abc')))).toBe(false)
  expect(isFiltered({ q: 'x' })).toBe(true)
})
