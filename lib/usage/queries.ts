import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Month, monthKey } from '@/base/calendar'
import { fetchJson } from '../fetch-json'
import type { TableFormat } from '../table/formats'
import {
  breakdownSchema,
  ledgerPageSchema,
  remainingPagesSchema,
  usageMonthSchema,
  usageOverviewSchema,
} from './schema'

type LineFilter = { person?: string; step?: string }

export const usagePaths = {
  overview: (months: number) => `/api/usage?months=${months}`,
  remaining: '/api/usage/remaining',
  refresh: (month: Month) => `/api/usage/months/${monthKey(month)}/refresh`,
  breakdown: ({ year, month }: Month) => `/api/usage/breakdown?year=${year}&month=${month}`,
  lines: (search: URLSearchParams) => `/api/usage/lines?${search}`,
  export: (months: number, format: TableFormat) => `/api/usage/export?months=${months}&format=${format}`,
  exportLines: ({ year, month }: Month, format: TableFormat) =>
    `/api/usage/lines/export?year=${year}&month=${month}&format=${format}`,
}

// The event stream invalidates everything under ['usage'] when a figure changed (components/shell/live/live-cache).

/** Asks the service for its figure of a month again. */
export const refreshMonth = (month: Month) =>
  fetchJson({ path: usagePaths.refresh(month), method: 'POST', schema: usageMonthSchema })

export const usageOverviewQuery = (months = 12) =>
  queryOptions({
    queryKey: ['usage', 'overview', months],
    queryFn: ({ signal }) =>
      fetchJson({ path: usagePaths.overview(months), schema: usageOverviewSchema, signal }),
    refetchInterval: 60_000,
  })

export const remainingPagesQuery = queryOptions({
  queryKey: ['usage', 'remaining'],
  queryFn: ({ signal }) => fetchJson({ path: usagePaths.remaining, schema: remainingPagesSchema, signal }),
})

export const breakdownQuery = (month: Month) =>
  queryOptions({
    queryKey: ['usage', 'breakdown', month],
    queryFn: ({ signal }) =>
      fetchJson({ path: usagePaths.breakdown(month), schema: breakdownSchema, signal }),
  })

export const ledgerLinesQuery = ({ month, filter }: { month: Month; filter: LineFilter }) =>
  infiniteQueryOptions({
    queryKey: ['usage', 'lines', month, filter],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ year: String(month.year), month: String(month.month), ...filter })
      if (pageParam) search.set('cursor', pageParam)
      return fetchJson({ path: usagePaths.lines(search), schema: ledgerPageSchema, signal })
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
