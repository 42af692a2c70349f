import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { DocumentDetail, DocumentPage, DocumentSummary } from '@/lib/documents/model/schema'
import { isTerminal } from '@/lib/documents/model/status'
import {
  documentDetailQuery,
  documentRemovedQuery,
  liveDocumentLimit,
  liveDocumentsQuery,
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
  client.setQueryData(
    liveDocumentsQuery.queryKey,
    (page) => page && { ...page, documents: merge(page.documents, document) },
  )
  client.setQueryData(
    openDocumentsQuery(document.uploadedBy.id).queryKey,
    (page) => page && { ...page, documents: mergeIntoOpen(page.documents, document) },
  )
  for (const [queryKey, data] of client.getQueriesData<ListData>({ queryKey: documentLists })) {
    if (data) client.setQueryData<ListData>(queryKey, mergeIntoList({ data, document, filter: queryKey[2] }))
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

type ListChange = { data: ListData; document: DocumentSummary; filter: unknown }

/** A changed document stays in its place; a new one goes on top of a list that is not filtered. */
function mergeIntoList({ data, document, filter }: ListChange): ListData {
  const [first, ...rest] = data.pages
  const isKnown = data.pages.some((page) => page.documents.some(({ id }) => id === document.id))
  if (isKnown || !first) {
    const pages = data.pages.map((page) => ({ ...page, documents: replace(page.documents, document) }))
    return { ...data, pages }
  }
  const newest = first.documents[0]
  const isNews = !newest || newest.receivedAt <= document.receivedAt
  if (!isNews || Object.keys(filter ?? {}).length > 0) return data
  return { ...data, pages: [{ ...first, documents: [document, ...first.documents] }, ...rest] }
}

function replace(documents: DocumentSummary[], changed: DocumentSummary): DocumentSummary[] {
  return documents.map((one) => (one.id === changed.id && one.version <= changed.version ? changed : one))
}
