import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { documentDetailQuery, liveDocumentLimit, liveDocumentsQuery } from '@/lib/documents/queries'
import type { DocumentPage, DocumentSummary } from '@/lib/documents/schema'

export function rereadEverything(client: QueryClient): void {
  void client.invalidateQueries()
}

export function rereadUsage(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['usage'] })
}

/** Puts a changed document where it is shown; an older version never replaces a newer one. */
export function takeInDocument({
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
  client.setQueriesData<InfiniteData<DocumentPage>>(
    { queryKey: ['documents', 'list'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, documents: replace(page.documents, document) })),
      },
  )
  const detail = client.getQueryData(documentDetailQuery(document.id).queryKey)
  if (detail && detail.version < document.version) {
    void client.invalidateQueries({ queryKey: documentDetailQuery(document.id).queryKey })
  }
}

export function forgetDocument({ client, id }: { client: QueryClient; id: string }): void {
  const without = (page: DocumentPage) => ({
    ...page,
    documents: page.documents.filter((one) => one.id !== id),
  })
  client.setQueryData(liveDocumentsQuery.queryKey, (page) => page && without(page))
  client.setQueriesData<InfiniteData<DocumentPage>>(
    { queryKey: ['documents', 'list'] },
    (data) => data && { ...data, pages: data.pages.map(without) },
  )
}

/** Newest first; a document not yet in the list goes where its time of receipt puts it. */
export function merge(documents: DocumentSummary[], changed: DocumentSummary): DocumentSummary[] {
  if (documents.some((one) => one.id === changed.id)) return replace(documents, changed)
  const after = documents.findIndex((one) => one.receivedAt <= changed.receivedAt)
  const at = after === -1 ? documents.length : after
  return [...documents.slice(0, at), changed, ...documents.slice(at)].slice(0, liveDocumentLimit)
}

function replace(documents: DocumentSummary[], changed: DocumentSummary): DocumentSummary[] {
  return documents.map((one) => (one.id === changed.id && one.version <= changed.version ? changed : one))
}
