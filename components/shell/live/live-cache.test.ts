import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import type { ListFilter } from '@/lib/documents/model/list-filter'
import type { DocumentDetail, DocumentSummary } from '@/lib/documents/model/schema'
import {
  documentArrivalsQuery,
  documentDetailQuery,
  documentListQuery,
  documentRemovedQuery,
  documentSumsQuery,
  liveDocumentsQuery,
  openDocumentsQuery,
} from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { applyDetail, applyDocument, dropDocument, merge, placeArrivals } from './live-cache'

afterEach(() => void vi.useRealTimers())

const base = documentSummary({ state: 'processing', version: 5 })

const shown = (client: QueryClient) => client.getQueryData(liveDocumentsQuery.queryKey)?.documents ?? []

function clientShowing(...documents: DocumentSummary[]) {
  const client = new QueryClient()
  client.setQueryData(liveDocumentsQuery.queryKey, { documents, nextCursor: null })
  return client
}

test('a newer version replaces what is shown', () => {
  const client = clientShowing(base)
  applyDocument({ client, document: { ...base, state: 'done', version: 6 } })
  expect(shown(client)[0]?.state).toBe('done')
})

test('a late event with an older version never turns a finished card back', () => {
  const client = clientShowing({ ...base, state: 'done', version: 6 })
  applyDocument({ client, document: { ...base, state: 'processing', version: 5 } })
  expect(shown(client)[0]?.state).toBe('done')
})

test('a new document goes where its time of receipt puts it', () => {
  const newer = { ...base, id: 'doc_3', receivedAt: '2026-11-21T12:00:00.000Z' }
  const between = { ...base, id: 'doc_2', receivedAt: '2026-11-21T11:00:00.000Z' }
  expect(merge([newer, base], between).map((one) => one.id)).toEqual(['doc_3', 'doc_2', 'doc_1'])
})

test('a removed document leaves the list', () => {
  const client = clientShowing(base)
  dropDocument({ client, id: 'doc_1' })
  expect(shown(client)).toEqual([])
})

test('a new document waits beside the lists it is not in, and is placed on top of the whole one', () => {
  const client = new QueryClient()
  const page = { pages: [{ documents: [base], nextCursor: null }], pageParams: [''] }
  const [whole, failed] = [documentListQuery({}), documentListQuery({ state: ['failed'] })]
  client.setQueryData(whole.queryKey, page)
  client.setQueryData(failed.queryKey, page)
  applyDocument({ client, document: { ...base, id: 'doc_2', receivedAt: '2026-11-21T11:00:00.000Z' } })
  const ids = (key: typeof whole.queryKey) =>
    client.getQueryData(key)?.pages.flatMap((one) => one.documents.map(({ id }) => id))
  const waiting = (filter: ListFilter) =>
    client.getQueryData(documentArrivalsQuery(filter).queryKey)?.map(({ id }) => id)
  expect(ids(whole.queryKey)).toEqual(['doc_1'])
  placeArrivals({ client, filter: {} })
  expect(ids(whole.queryKey)).toEqual(['doc_2', 'doc_1'])
  expect(waiting({})).toEqual([])
  expect(ids(failed.queryKey)).toEqual(['doc_1'])
  expect(waiting({ state: ['failed'] })).toEqual(['doc_2'])
  dropDocument({ client, id: 'doc_2' })
  expect(waiting({ state: ['failed'] })).toEqual([])
})

test('the answer to a change that is overtaken by a later one does not turn the page back', () => {
  const client = new QueryClient()
  const answer = (version: number) => ({ ...base, version }) as DocumentDetail
  const version = () => client.getQueryData(documentDetailQuery('doc_1').queryKey)?.version
  for (const [came, shown] of [
    [6, 6],
    [8, 8],
    [7, 8],
    [9, 9],
  ] as const) {
    applyDetail({ client, detail: answer(came) })
    expect(version()).toBe(shown)
  }
})

test('a page showing a document learns that it was deleted', () => {
  const client = new QueryClient()
  dropDocument({ client, id: 'doc_1' })
  expect(client.getQueryData(documentRemovedQuery('doc_1').queryKey)).toBe(true)
})

test('one’s documents on their way hold what begins, keep what ended to say how, and lose what was deleted', () => {
  const client = new QueryClient()
  const query = openDocumentsQuery(base.uploadedBy.id)
  client.setQueryData(query.queryKey, { documents: [], nextCursor: null })
  const states = () => client.getQueryData(query.queryKey)?.documents.map(({ id, state }) => [id, state])
  applyDocument({ client, document: { ...base, id: 'old', state: 'done' } })
  applyDocument({ client, document: { ...base, uploadedBy: { id: 'usr_2', name: 'Eve' } } })
  expect(states()).toEqual([])
  applyDocument({ client, document: base })
  applyDocument({ client, document: { ...base, state: 'failed', version: 6 } })
  expect(states()).toEqual([[base.id, 'failed']])
  dropDocument({ client, id: base.id })
  expect(states()).toEqual([])
})

test('the sums of a list are asked for again once, soon after any number of changes', async () => {
  vi.useFakeTimers()
  const client = new QueryClient()
  const sums = documentSumsQuery({})
  client.setQueryData(sums.queryKey, { documents: 1, sums: [] })
  const asked = vi.spyOn(client, 'invalidateQueries')
  for (let version = 6; version < 16; version += 1) applyDocument({ client, document: { ...base, version } })
  dropDocument({ client, id: 'doc_1' })
  expect(client.getQueryState(sums.queryKey)?.isInvalidated).toBe(false)
  await vi.advanceTimersByTimeAsync(1500)
  expect(client.getQueryState(sums.queryKey)?.isInvalidated).toBe(true)
  expect(asked.mock.calls).toEqual([[{ queryKey: ['documents', 'sums'] }]])
  applyDocument({ client, document: { ...base, version: 20 } })
  await vi.advanceTimersByTimeAsync(1500)
  expect(asked).toHaveBeenCalledTimes(2)
})

test('a document that changes while the cards are being fetched is not lost, whatever was read before', async () => {
  const client = new QueryClient()
  const answers = [[], [base]]
  const late = later()
  const queryFn = vi.fn(async () => {
    const documents = answers.shift() ?? []
    if (queryFn.mock.calls.length === 1) await late.answer
    return { documents, nextCursor: null }
  })
  const stop = new QueryObserver(client, { ...liveDocumentsQuery, queryFn }).subscribe(() => {})
  applyDocument({ client, document: base })
  late.resolve()
  await vi.waitFor(() => expect(shown(client)).toEqual([base]), { timeout: 10_000 })
  stop()
})

function later() {
  let resolve = () => {}
  const answer = new Promise<void>((settle) => {
    resolve = settle
  })
  return { answer, resolve }
}
