import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../fetch-json'
import { upstreamStandingSchema } from './schema'

const upstreamPaths = { standing: '/api/upstream', retry: '/api/upstream/retry' }

/** The event stream invalidates it when the upstream answers otherwise than before; what ends by the clock is asked for. */
export const upstreamStandingQuery = queryOptions({
  queryKey: ['upstream'],
  queryFn: ({ signal }) =>
    fetchJson({ path: upstreamPaths.standing, schema: upstreamStandingSchema, signal }),
  refetchInterval: 30_000,
})

export const retryUpstream = () =>
  fetchJson({ path: upstreamPaths.retry, method: 'POST', schema: upstreamStandingSchema })
