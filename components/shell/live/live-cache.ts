import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { ListFilter } from '@/lib/documents/model/list-filter'
import type { DocumentDetail, DocumentPage, DocumentSummary } from '@/lib/documents/model/schema'
import { isTerminal } from '@/lib/documents/model/status'
import {
  documentArrivalsQuery,
  documentDetailQuery,
  documentListQuery,
  documentRemovedQuery,
  liveDocumentLimit,
  liveDocumentsQuery,
  maxArrivals,
  openDocumentsQuery,
} from '@/lib/documents/queries'

const reviews = ['reviews']
const documentSums = ['documents', 'sums']
/** Many documents may change within a moment; what is counted over them is asked for once. */
const refreshMs = 1500
const refreshing = new WeakMap<QueryClient, Set<string>>()

function refreshSoon({ client, queryKey }: { client: QueryClient; queryKey: string[] }): void {
  const name = queryKey.join()
  const waiting = refreshing.get(client) ?? new Set()
  if (waiting.has(name)) return
  refreshing.set(client, waiting.add(name))
  setTimeout(() => {
    waiting.delete(name)
    void client.invalidateQueries({ queryKey })
  }, refreshMs)
}

type ListData = InfiniteData<DocumentPage>
const documentLists = ['documents', 'list']
const openDocuments = ['documents', 'open']
const documentArrivals = ['documents', 'arrivals']

export function invalidateAll(client: QueryClient): void {
  void client.invalidateQueries()
}

export function invalidateUsage(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['usage'] })
  void client.invalidateQueries({ queryKey: ['upstream'] })
}

/** Puts a changed document where it is shown; an older version never replaces a newer one. */
export function applyDocument({
  client,
  document,
}: {
  client: QueryClient
  document: DocumentSummary
}): void {
  // What is being fetched may have been read before this change, and would take its place.
  if (client.isFetching({ queryKey: liveDocumentsQuery.queryKey }) > 0)
    refreshSoon({ client, queryKey: [...liveDocumentsQuery.queryKey] })
  client.setQueryData(
    liveDocumentsQuery.queryKey,
    (page) => page && { ...page, documents: merge(page.documents, document) },
  )
  client.setQueryData(
    openDocumentsQuery(document.uploadedBy.id).queryKey,
    (page) => page && { ...page, documents: mergeIntoOpen(page.documents, document) },
  )
  for (const [queryKey, data] of client.getQueriesData<ListData>({ queryKey: documentLists })) {
    if (!data) continue
    if (data.pages.some((page) => page.documents.some(({ id }) => id === document.id)))
      client.setQueryData<ListData>(queryKey, replaceInList({ data, document }))
    else addArrival({ client, document, filter: queryKey[2] as ListFilter })
  }
  if (isTerminal(document.state)) refreshSoon({ client, queryKey: reviews })
  refreshSoon({ client, queryKey: documentSums })
  const detail = client.getQueryData(documentDetailQuery(document.id).queryKey)
  if (detail && detail.version < document.version) {
    void client.invalidateQueries({ queryKey: documentDetailQuery(document.id).queryKey })
  }
}

/** Puts the answer to a change where the document is shown; answers may overtake each other. */
export function applyDetail({ client, detail }: { client: QueryClient; detail: DocumentDetail }): void {
  client.setQueryData(documentDetailQuery(detail.id).queryKey, (known) =>
    known && known.version > detail.version ? known : detail,
  )
  applyDocument({ client, document: detail })
}

export function dropDocument({ client, id }: { client: QueryClient; id: string }): void {
  client.setQueryData(documentRemovedQuery(id).queryKey, true)
  const without = (page: DocumentPage) => ({
    ...page,
    documents: page.documents.filter((one) => one.id !== id),
  })
  client.setQueryData(liveDocumentsQuery.queryKey, (page) => page && without(page))
  client.setQueriesData<DocumentPage>({ queryKey: openDocuments }, (page) => page && without(page))
  client.setQueriesData<ListData>(
    { queryKey: documentLists },
    (data) => data && { ...data, pages: data.pages.map(without) },
  )
  client.setQueriesData<DocumentSummary[]>({ queryKey: documentArrivals }, (arrived) =>
    arrived?.filter((one) => one.id !== id),
  )
  refreshSoon({ client, queryKey: documentSums })
}

/** Newest first; a document not yet in the list goes where its time of receipt puts it. */
export function merge(documents: DocumentSummary[], changed: DocumentSummary): DocumentSummary[] {
  if (documents.some((one) => one.id === changed.id)) return replace(documents, changed)
  const after = documents.findIndex((one) => one.receivedAt <= changed.receivedAt)
  const at = after === -1 ? documents.length : after
  return [...documents.slice(0, at), changed, ...documents.slice(at)].slice(0, liveDocumentLimit)
}

/** One that has ended stays with its ending until the list is read anew: whoever waits for it sees how it ended. */
function mergeIntoOpen(documents: DocumentSummary[], changed: DocumentSummary): DocumentSummary[] {
  const isKnown = documents.some(({ id }) => id === changed.id)
  return isKnown || !isTerminal(changed.state) ? merge(documents, changed) : documents
}

type ListChange = { data: ListData; document: DocumentSummary }

/** A changed document stays in its place. */
function replaceInList({ data, document }: ListChange): ListData {
  const pages = data.pages.map((page) => ({ ...page, documents: replace(page.documents, document) }))
  return { ...data, pages }
}

type Arrival = { client: QueryClient; document: DocumentSummary; filter: ListFilter }

/** What is not in a list waits beside it until it is placed or asked for: nothing moves under a pointer. */
function addArrival({ client, document, filter }: Arrival): void {
  client.setQueryData(documentArrivalsQuery(filter).queryKey, (arrived = []) =>
    merge(arrived, document).slice(0, maxArrivals),
  )
}

/** Puts what arrived on top of the whole list, newest first. */
export function placeArrivals({ client, filter }: { client: QueryClient; filter: ListFilter }): void {
  const arrived = client.getQueryData(documentArrivalsQuery(filter).queryKey) ?? []
  client.setQueryData<ListData>(documentListQuery(filter).queryKey, (data) => {
    const [first, ...rest] = data?.pages ?? []
    if (!data || !first) return data
    const known = new Set(data.pages.flatMap((page) => page.documents.map(({ id }) => id)))
    const news = newsOf({ documents: first.documents, arrived })
    const placed = news.filter(({ id }) => !known.has(id))
    return { ...data, pages: [{ ...first, documents: [...placed, ...first.documents] }, ...rest] }
  })
  clearArrivals({ client, filter })
}

type News = { documents: readonly DocumentSummary[]; arrived: readonly DocumentSummary[] }

/** Of what is not in the whole list, what is new: anything older stands further down, and changed there. */
export function newsOf({ documents, arrived }: News): DocumentSummary[] {
  const newest = documents[0]?.receivedAt ?? ''
  return arrived.filter(({ receivedAt }) => receivedAt >= newest)
}

export function clearArrivals({ client, filter }: { client: QueryClient; filter: ListFilter }): void {
  client.setQueryData(documentArrivalsQuery(filter).queryKey, [])
}

function replace(documents: DocumentSummary[], changed: DocumentSummary): DocumentSummary[] {
  return documents.map((one) => (one.id === changed.id && one.version <= changed.version ? changed : one))
}
