import { expect, test } from 'vitest'
import type { DocumentView } from '@/lib/documents/views/schema'
import { readAddress, viewAddress, writeAddress } from './list-address'

const unpaid: DocumentView = {
  id: 'view_1',
  name: 'Unpaid',
  shared: false,
  owner: null,
  isOwn: true,
  mayChange: true,
  filter: { state: 'done', sort: 'due' },
  columns: ['due', 'total'],
}
const read = (text: string) => readAddress({ search: new URLSearchParams(text), views: [unpaid] })
const write = (shown: Partial<Parameters<typeof writeAddress>[0]>) =>
  writeAddress({ view: unpaid, filter: { state: ['done'], sort: 'due' }, columns: null, ...shown }).toString()

test('a view’s address alone is the view as it is kept', () => {
  expect(viewAddress(unpaid)).toBe('/documents?view=view_1')
  expect(read('view=view_1')).toMatchObject({
    ...{ view: unpaid, isChanged: false, isViewMissing: false },
    ...{ filter: { state: ['done'], sort: 'due' }, columns: ['due', 'total'] },
  })
  expect(write({ columns: ['due', 'total'] })).toBe('view=view_1')
})

test('what is shown otherwise than it is kept stands beside the view, and is read again as it was', () => {
  const changed = write({ filter: { q: 'acme' }, columns: ['total'] })
  expect(changed).toBe('view=view_1&q=acme&columns=total')
  expect(read(changed)).toMatchObject({ filter: { q: 'acme' }, columns: ['total'], isChanged: true })
  expect(read('view=view_1&columns=total')).toMatchObject({ filter: { state: ['done'], sort: 'due' } })
  const emptied = write({ filter: {} })
  expect(read(emptied).filter.state).toBeUndefined()
  expect(read(emptied).isChanged).toBe(true)
})

test('without a view the address is the filter, and the columns are one’s own', () => {
  expect(write({ view: null, columns: ['total'] })).toBe('state=done&sort=due')
  expect(read('state=done&columns=total')).toMatchObject({ view: null, columns: null, isChanged: false })
  expect(read('view=gone&q=x')).toMatchObject({ view: null, isViewMissing: true, filter: { q: 'x' } })
})
