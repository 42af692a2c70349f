import { expect, test } from 'vitest'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { findListWith } from './use-neighbours'

const list = (ids: string[]) => ({
  pages: [{ documents: ids.map((id) => ({ id }) as DocumentSummary), nextCursor: null }],
  pageParams: [''],
})

test('the neighbours come from the list looked at last that shows the document', () => {
  const lists = [
    { filter: {}, data: list(['a', 'b', 'c']), updatedAt: 1 },
    { filter: { q: 'acme' }, data: list(['a', 'c']), updatedAt: 3 },
    { filter: { q: 'other' }, data: list(['x']), updatedAt: 9 },
  ]
  expect(findListWith({ lists, id: 'c' })).toEqual({ q: 'acme' })
  expect(findListWith({ lists, id: 'b' })).toEqual({})
})

test('a document no list shows has the whole list beside it', () => {
  expect(findListWith({ lists: [], id: 'b' })).toEqual({})
})
