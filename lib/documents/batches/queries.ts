import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { fetchJson } from '@/lib/fetch-json'
import type { TableFormat } from '@/lib/table/formats'
import { batchDetailSchema, batchPageSchema, type RefusedFiles } from './schema'

const apiPath = (id: string) => `/api/batches/${encodeURIComponent(id)}`

export const batchPaths = {
  list: '/batches',
  page: (id: string) => `/batches/${encodeURIComponent(id)}`,
  export: (id: string, format: TableFormat) => `${apiPath(id)}/export?format=${format}`,
}

export const batchListQuery = infiniteQueryOptions({
  queryKey: ['batches', 'list'],
  queryFn: ({ signal, pageParam }) =>
    fetchJson({
      path: `/api/batches?${new URLSearchParams(pageParam ? { cursor: pageParam } : {})}`,
      schema: batchPageSchema,
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

/** Files may still be arriving. */
const refetchMs = 5_000

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batches', 'detail', id],
    queryFn: ({ signal }) => fetchJson({ path: apiPath(id), schema: batchDetailSchema, signal }),
    refetchInterval: refetchMs,
  })

export const reportRefused = ({ batchId, files }: { batchId: string } & RefusedFiles) =>
  fetchJson({ path: `${apiPath(batchId)}/refused`, method: 'POST', body: { files }, schema: z.null() })
