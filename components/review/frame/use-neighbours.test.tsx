// @vitest-environment jsdom
import { useQueryClient } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { rememberList } from '@/components/documents/filters/last-list'
import { documentSummary } from '@/tests/support/document-summary'
import { renderDesk } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { useNeighbours } from './use-neighbours'

const page = (ids: string[], nextCursor: string | null = null) => ({
  documents: ids.map((id) => documentSummary({ id, state: 'done' })),
  nextCursor,
})

function Shown({ id }: { id: string }) {
  const { previousId, nextId, listPath } = useNeighbours(id)
  const client = useQueryClient()
  return (
    <button type="button" onClick={() => void client.invalidateQueries()}>
      {[previousId, id, nextId, listPath].join(' ')}
    </button>
  )
}
const says = (words: string) => vi.waitFor(() => expect(screen.getByRole('button').textContent).toBe(words))

test('back and next follow the list looked at last, in its order', async () => {
  rememberList({ supplier: 'acme', sort: 'total', order: 'asc' })
  stubServer({
    'GET /api/documents?supplier=acme&sort=total&order=asc': page(['c', 'a', 'b']),
    'GET /api/documents?': page(['a', 'b', 'c']),
  })
  renderDesk(<Shown id="a" />)
  await says('c a b /documents?supplier=acme&sort=total&order=asc')
})

test('a document that is not in that list is among all', async () => {
  rememberList({ q: 'other' })
  stubServer({ 'GET /api/documents?q=other': page(['x']), 'GET /api/documents?': page(['a', 'b']) })
  renderDesk(<Shown id="b" />)
  await says('a b  /documents')
})

test('the next page of the list comes when the last document of one is open', async () => {
  rememberList({})
  stubServer({
    'GET /api/documents?': page(['a', 'b'], 'more'),
    'GET /api/documents?cursor=more': page(['c']),
  })
  renderDesk(<Shown id="b" />)
  await says('a b c /documents')
})

test('a document that leaves its list while it is open keeps its place', async () => {
  rememberList({ review: 'open' })
  let ids = ['a', 'b', 'c']
  const calls = stubServer({ 'GET /api/documents?review=open': () => page(ids) })
  const { user } = renderDesk(<Shown id="b" />)
  await says('a b c /documents?review=open')
  ids = ['a', 'c']
  await user.click(screen.getByRole('button'))
  await vi.waitFor(() => expect(calls).toHaveLength(2))
  await says('a b c /documents?review=open')
})
