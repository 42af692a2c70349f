import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../../fetch-json'
import type { ConversionSpec } from '../conversion-spec'
import {
  type ColumnSetChange,
  columnSetsSchema,
  type NewColumnSet,
  previewSchema,
  stepFieldsSchema,
} from './schema'

const exportPaths = {
  all: '/api/exports',
  managed: '/api/settings/exports',
  one: (id: string) => `/api/settings/exports/${encodeURIComponent(id)}`,
  preview: '/api/settings/exports/preview',
  fields: (step: string) => `/api/settings/exports/fields?${new URLSearchParams({ step })}`,
}

export const columnSetsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => fetchJson({ path: exportPaths.all, schema: columnSetsSchema, signal }),
})

/** These answer with all as they now are. */
export const createColumnSet = (body: NewColumnSet) =>
  fetchJson({ path: exportPaths.managed, method: 'POST', body, schema: columnSetsSchema })
export const changeColumnSet = ({ id, change }: { id: string; change: ColumnSetChange }) =>
  fetchJson({ path: exportPaths.one(id), method: 'PATCH', body: change, schema: columnSetsSchema })
export const deleteColumnSet = (id: string) =>
  fetchJson({ path: exportPaths.one(id), method: 'DELETE', schema: columnSetsSchema })

export const stepFieldsQuery = (step: string) =>
  queryOptions({
    queryKey: ['exports', 'fields', step],
    queryFn: ({ signal }) => fetchJson({ path: exportPaths.fields(step), schema: stepFieldsSchema, signal }),
  })

export const exportPreviewQuery = (body: { step: string; spec: ConversionSpec }) =>
  queryOptions({
    queryKey: ['exports', 'preview', body],
    queryFn: ({ signal }) =>
      fetchJson({ path: exportPaths.preview, method: 'POST', body, schema: previewSchema, signal }),
  })
