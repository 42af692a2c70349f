import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../../fetch-json'
import type { ColumnId } from './list-columns'
import {
  changedViewSchema,
  documentViewsSchema,
  type NewView,
  ownColumnsSchema,
  type ViewChange,
} from './schema'

const viewPaths = {
  views: '/api/documents/views',
  view: (id: string) => `/api/documents/views/${encodeURIComponent(id)}`,
  columns: '/api/documents/columns',
}

export const documentViewsQuery = queryOptions({
  queryKey: ['documents', 'views'],
  queryFn: ({ signal }) => fetchJson({ path: viewPaths.views, schema: documentViewsSchema, signal }),
})

export const createView = (body: NewView) =>
  fetchJson({ path: viewPaths.views, method: 'POST', body, schema: changedViewSchema })
export const changeView = ({ id, change }: { id: string; change: ViewChange }) =>
  fetchJson({ path: viewPaths.view(id), method: 'PATCH', body: change, schema: changedViewSchema })
export const deleteView = (id: string) =>
  fetchJson({ path: viewPaths.view(id), method: 'DELETE', schema: changedViewSchema })

export const ownColumnsQuery = queryOptions({
  queryKey: ['documents', 'columns'],
  queryFn: ({ signal }) => fetchJson({ path: viewPaths.columns, schema: ownColumnsSchema, signal }),
})

export const saveOwnColumns = (columns: ColumnId[]) =>
  fetchJson({
    path: viewPaths.columns,
    method: 'PUT',
    body: { columns },
    schema: ownColumnsSchema,
    keepalive: true,
  })
