import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../http/fetch-json'
import { documentDetailSchema, documentPageSchema, stepListSchema } from './schema'

/** How many documents the desk keeps in view as cards. */
export const liveDocumentLimit = 500

/** Addresses of documents, for links and fetches alike. */
export const documentPaths = {
  page: (id: string) => `/documents/${encodeURIComponent(id)}`,
  list: (search: URLSearchParams | string) => `/api/documents?${search}`,
  detail: (id: string) => `/api/documents/${encodeURIComponent(id)}`,
  original: (id: string) => `/api/documents/${encodeURIComponent(id)}/original`,
  thumbnail: (id: string) => `/api/documents/${encodeURIComponent(id)}/thumbnail`,
  retry: (id: string) => `/api/documents/${encodeURIComponent(id)}/retry`,
  cancel: (id: string) => `/api/documents/${encodeURIComponent(id)}/cancel`,
  export: (id: string, format: 'json' | 'csv') =>
    `/api/documents/${encodeURIComponent(id)}/export?format=${format}`,
  exportList: (search: URLSearchParams | string, format: 'csv') =>
    `/api/documents/export?format=${format}&${search}`,
}

/** The newest documents, kept up to date by the event stream (see components/shell/use-live-events). */
export const liveDocumentsQuery = queryOptions({
  queryKey: ['documents', 'live'],
  queryFn: ({ signal }) =>
    fetchJson({ path: documentPaths.list(`limit=${liveDocumentLimit}`), schema: documentPageSchema, signal }),
})

export const documentDetailQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'detail', id],
    queryFn: ({ signal }) =>
      fetchJson({ path: documentPaths.detail(id), schema: documentDetailSchema, signal }),
  })

export const stepsQuery = queryOptions({
  queryKey: ['steps'],
  queryFn: ({ signal }) => fetchJson({ path: '/api/steps', schema: stepListSchema, signal }),
})
