import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../http/fetch-json'
import { directorySchema } from './directory-schema'

export const peoplePaths = {
  directory: '/api/people',
  person: (id: string) => `/api/people/${encodeURIComponent(id)}`,
  invitations: '/api/people/invitations',
  invitation: (id: string) => `/api/people/invitations/${encodeURIComponent(id)}`,
}

export const directoryQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => fetchJson({ path: peoplePaths.directory, schema: directorySchema, signal }),
})
