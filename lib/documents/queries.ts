import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query'
import { fetchFile, fetchJson } from '../fetch-json'
import type { TableFormat } from '../table/formats'
import type { Place, Scalar } from './model/corrections'
import { filterToSearch, type ListFilter } from './model/list-filter'
import {
  type DocumentSummary,
  documentDetailSchema,
  documentPageSchema,
  documentSummarySchema,
  documentSumsSchema,
  type ExportRows,
  type RowRequest,
  retriedDocumentsSchema,
  retryableDocumentsSchema,
  usualTimesSchema,
} from './model/schema'
import { documentStateNames, isTerminal } from './model/status'

export const liveDocumentLimit = 500

export const documentPaths = {
  page: (id: string) => `/documents/${encodeURIComponent(id)}`,
  retryMany: (search: URLSearchParams | string = '') => `/api/documents/retry?${search}`,
  usualTimes: '/api/documents/usual-times',
  list: (search: URLSearchParams | string) => `/api/documents?${search}`,
  sums: (search: URLSearchParams | string) => `/api/documents/sums?${search}`,
  detail: (id: string) => `/api/documents/${encodeURIComponent(id)}`,
  original: (id: string) => `/api/documents/${encodeURIComponent(id)}/original`,
  converted: (id: string) => `/api/documents/${encodeURIComponent(id)}/converted`,
  searchable: (id: string) => `/api/documents/${encodeURIComponent(id)}/searchable.pdf`,
  thumbnail: (id: string) => `/api/documents/${encodeURIComponent(id)}/thumbnail`,
  retry: (id: string) => `/api/documents/${encodeURIComponent(id)}/retry`,
  retryWith: ({ id, step }: { id: string; step: string }) =>
    `/api/documents/${encodeURIComponent(id)}/retry?${new URLSearchParams({ step })}`,
  confirmations: (id: string) => `/api/documents/${encodeURIComponent(id)}/confirmations`,
  cancel: (id: string) => `/api/documents/${encodeURIComponent(id)}/cancel`,
  values: (id: string) => `/api/documents/${encodeURIComponent(id)}/values`,
  rows: (id: string) => `/api/documents/${encodeURIComponent(id)}/rows`,
  checked: (id: string) => `/api/documents/${encodeURIComponent(id)}/checked`,
  export: (id: string, form: ExportForm) =>
    `/api/documents/${encodeURIComponent(id)}/export?${exportSearch(form)}`,
  exportMany: '/api/documents/export',
  exportList: (search: URLSearchParams | string, form: ExportForm) =>
    `/api/documents/export?${exportSearch(form)}&${search}`,
}

/** `columns` names a saved column set. */
type ExportForm = { format: 'json' | TableFormat; rows?: ExportRows; columns?: string }

function exportSearch({ format, rows, columns }: ExportForm): string {
  return new URLSearchParams({
    format,
    ...(rows ? { rows } : {}),
    ...(columns ? { columns } : {}),
  }).toString()
}

/** The newest documents, kept up to date by the event stream (see components/shell/live/live-connection). */
export const liveDocumentsQuery = queryOptions({
  queryKey: ['documents', 'live'],
  queryFn: ({ signal }) =>
    fetchJson({ path: documentPaths.list(`limit=${liveDocumentLimit}`), schema: documentPageSchema, signal }),
})

const openStates = documentStateNames.filter((state) => !isTerminal(state))

/** One person's documents on their way; the event stream keeps it true (components/shell/live/live-cache). */
export const openDocumentsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['documents', 'open', personId],
    queryFn: ({ signal }) =>
      fetchJson({
        path: documentPaths.list(
          new URLSearchParams({
            state: openStates.join(','),
            person: personId,
            limit: String(liveDocumentLimit),
          }),
        ),
        schema: documentPageSchema,
        signal,
      }),
  })

export const documentListQuery = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: ['documents', 'list', filter],
    queryFn: ({ signal, pageParam }) => {
      const search = filterToSearch(filter)
      if (pageParam) search.set('cursor', pageParam)
      return fetchJson({ path: documentPaths.list(search), schema: documentPageSchema, signal })
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** So many arrivals are kept beside a list, and asked about in one call. */
export const maxArrivals = 100

/** Documents that changed and are not in a list. Only told (components/shell/live/live-cache), never fetched. */
export const documentArrivalsQuery = (filter: ListFilter) =>
  queryOptions<DocumentSummary[]>({
    queryKey: ['documents', 'arrivals', filter],
    queryFn: skipToken,
    initialData: [],
  })

/** Which of these documents a filter matches. */
export const matchingDocumentsQuery = ({ filter, of }: { filter: ListFilter; of: DocumentSummary[] }) => {
  const search = filterToSearch({ ...filter, sort: undefined, order: undefined })
  search.set('limit', String(maxArrivals))
  search.set('ids', of.map(({ id }) => id).join(','))
  return queryOptions({
    queryKey: ['documents', 'matching', search.toString(), of.map(({ version }) => version).join()],
    queryFn: ({ signal }) =>
      fetchJson({ path: documentPaths.list(search), schema: documentPageSchema, signal }),
  })
}

/** What a list comes to; asked for anew soon after documents changed (components/shell/live/live-cache), and now and then. */
export const documentSumsQuery = (filter: ListFilter) => {
  const search = filterToSearch({ ...filter, sort: undefined, order: undefined })
  return queryOptions({
    queryKey: ['documents', 'sums', search.toString()],
    queryFn: ({ signal }) =>
      fetchJson({ path: documentPaths.sums(search), schema: documentSumsSchema, signal }),
    refetchInterval: 15_000,
  })
}

export const documentDetailQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'detail', id],
    queryFn: ({ signal }) =>
      fetchJson({ path: documentPaths.detail(id), schema: documentDetailSchema, signal }),
  })

/** So many documents are saved by their ids in one file. */
export const maxExportIds = 1000

type ExportedIds = { ids: string[]; format: TableFormat; rows?: ExportRows; columns?: string }

/** A file of these documents, as `exportList` gives one of a list. */
export const exportDocuments = (body: ExportedIds) => fetchFile({ path: documentPaths.exportMany, body })

/** True once the server told that a document has been deleted, by whomever. Only told, never fetched. */
export const documentRemovedQuery = (id: string) =>
  queryOptions<boolean>({ queryKey: ['documents', 'removed', id], queryFn: skipToken, initialData: false })

/** Each answers with the document as it now is; ReplyError `document.state_forbids` where its state does not allow it. */
export const retryDocument = (id: string) =>
  fetchJson({ path: documentPaths.retry(id), method: 'POST', schema: documentSummarySchema })
/** Reads it anew with another step, also where it is done. */
export const processWithStep = (wanted: { id: string; step: string }) =>
  fetchJson({ path: documentPaths.retryWith(wanted), method: 'POST', schema: documentSummarySchema })
export const cancelDocument = (id: string) =>
  fetchJson({ path: documentPaths.cancel(id), method: 'POST', schema: documentSummarySchema })
export const removeDocument = (id: string, { keepalive = false } = {}) =>
  fetchJson({ path: documentPaths.detail(id), method: 'DELETE', schema: documentSummarySchema, keepalive })

/** Puts one value right; ReplyError `document.value_changed` where somebody was quicker. */
export const correctValue = ({
  id,
  ...body
}: {
  id: string
  path: string
  value: Scalar
  was: Scalar
  place?: Place | undefined
}) => fetchJson({ path: documentPaths.values(id), method: 'PUT', body, schema: documentDetailSchema })

/** ReplyError `document.value_changed` where somebody else has a row at the path that an added one is to have. */
export const changeRow = ({ id, ...body }: RowRequest & { id: string }) =>
  fetchJson({ path: documentPaths.rows(id), method: 'PUT', body, schema: documentDetailSchema })

/** Says that a value is as printed, a field not on the page, a finding seen; ReplyError `document.value_changed` likewise. */
export const confirmItem = ({
  id,
  ...body
}: {
  id: string
  item: string
  confirmed: boolean
  was?: Scalar
}) => fetchJson({ path: documentPaths.confirmations(id), method: 'PUT', body, schema: documentDetailSchema })

export const markChecked = ({ id, checked }: { id: string; checked: boolean }) =>
  fetchJson({
    path: documentPaths.checked(id),
    method: 'PUT',
    body: { checked },
    schema: documentDetailSchema,
  })

/** How many failed documents a filter matches, and what reading them again may cost. The server does not tell of it. */
export const retryableDocumentsQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['documents', 'retryable', filter],
    queryFn: ({ signal }) =>
      fetchJson({
        path: documentPaths.retryMany(filterToSearch(filter)),
        schema: retryableDocumentsSchema,
        signal,
      }),
    refetchInterval: 15_000,
  })

export type RetryTarget = { ids: string[] } | { filter: ListFilter }

/** At most so many ids in one call; a filter's rest is told in `left`. */
export const maxRetryIds = 500

export const retryDocuments = (target: RetryTarget) =>
  fetchJson({
    path: documentPaths.retryMany(),
    method: 'POST',
    // The filter goes in the words of an address, which the server reads everywhere.
    body: 'ids' in target ? target : { filter: Object.fromEntries(filterToSearch(target.filter)) },
    schema: retriedDocumentsSchema,
  })

/** Learnt anew by the server once a minute. */
export const usualTimesQuery = queryOptions({
  queryKey: ['usual-times'],
  queryFn: ({ signal }) => fetchJson({ path: documentPaths.usualTimes, schema: usualTimesSchema, signal }),
  refetchInterval: 60_000,
})
