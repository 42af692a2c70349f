// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { applyDocument } from '@/components/shell/live/live-cache'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentSummary } from '@/tests/support/document-summary'
import { renderDesk, t } from '@/tests/support/render'
import { type Call, stubServer } from '@/tests/support/stub-server'
import { DocumentTable } from './document-table'

const page = (documents: DocumentSummary[]) => ({ documents, nextCursor: null })
const known = [documentSummary({ id: 'a', name: 'acme.pdf', state: 'done' })]
const fresh = documentSummary({
  ...{ id: 'n', name: 'new.pdf', state: 'failed' },
  receivedAt: '2026-11-22T10:00:00.000Z',
})
const arrive = (client: QueryClient, document = fresh) => act(() => applyDocument({ client, document }))
const button = () => screen.findByRole('button', { name: t('table.arrived', { number: '1' }) })

async function openTable({ path = '/documents', list = (_: Call) => page(known) } = {}) {
  const calls = stubServer({
    'GET /api/documents': list,
    'GET /api/documents/retry': { documents: 0, pages: 0 },
    'GET /api/documents/sums': { documents: 1, sums: [] },
    'GET /api/steps': { steps: [] },
    'GET /api/documents/usual-times': { times: {} },
  })
  const beginning = { views: { views: [] }, columns: { columns: null } }
  const rendered = renderDesk(<DocumentTable people={[]} beginning={beginning} />, { path })
  await screen.findByTitle('acme.pdf')
  return { ...rendered, calls }
}

test('what arrives goes on top of the whole list while nobody is at its rows', async () => {
  const { client, user } = await openTable()
  arrive(client)
  expect(await screen.findByTitle('new.pdf')).toBeTruthy()
  await user.keyboard('j')
  expect(document.activeElement?.textContent).toContain('new.pdf')
  arrive(client, { ...fresh, id: 'm', name: 'next.pdf', receivedAt: '2026-11-22T11:00:00.000Z' })
  expect(await button()).toBeTruthy()
  expect(screen.queryByTitle('next.pdf')).toBeNull()
})

test('an older document that changes further down the list is not announced as new', async () => {
  const { client, user } = await openTable()
  await user.keyboard('j')
  arrive(client, { ...fresh, id: 'o', name: 'old.pdf', receivedAt: '2020-01-01T10:00:00.000Z' })
  arrive(client)
  expect(await button()).toBeTruthy()
})

test('above a filtered list it is announced where the filter matches it, and comes when asked for', async () => {
  let isThere = false
  const { client, user, calls } = await openTable({
    path: '/documents?state=failed',
    list: ({ path }) => page(path.includes('ids=') ? [fresh] : isThere ? [fresh, ...known] : known),
  })
  arrive(client)
  const shown = await button()
  expect(calls.map(({ path }) => path)).toContain('/api/documents?state=failed&limit=100&ids=n')
  expect(screen.queryByTitle('new.pdf')).toBeNull()
  isThere = true
  await user.click(shown)
  expect(await screen.findByTitle('new.pdf')).toBeTruthy()
  expect(screen.queryByRole('button', { name: t('table.arrived', { number: '1' }) })).toBeNull()
})

test('what the filter does not match is not announced', async () => {
  const list = ({ path }: Call) => page(path.includes('ids=') ? [] : known)
  const { client, calls } = await openTable({ path: '/documents?q=acme', list })
  arrive(client)
  await vi.waitFor(() => expect(calls.some(({ path }) => path.includes('ids=n'))).toBe(true), 5000)
  expect(screen.queryByRole('button', { name: t('table.arrived', { number: '1' }) })).toBeNull()
})
