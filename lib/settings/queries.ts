import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../http/fetch-json'
import { connectionFactsSchema, deskSettingsSchema, managedStepListSchema } from './schema'

export const settingsPaths = {
  desk: '/api/settings',
  connection: '/api/settings/connection',
  steps: '/api/settings/steps',
  step: (id: string) => `/api/settings/steps/${encodeURIComponent(id)}`,
}

export const deskSettingsQuery = queryOptions({
  queryKey: ['settings', 'desk'],
  queryFn: ({ signal }) => fetchJson({ path: settingsPaths.desk, schema: deskSettingsSchema, signal }),
})

export const managedStepsQuery = queryOptions({
  queryKey: ['settings', 'steps'],
  queryFn: ({ signal }) => fetchJson({ path: settingsPaths.steps, schema: managedStepListSchema, signal }),
})

export const connectionQuery = queryOptions({
  queryKey: ['settings', 'connection'],
  queryFn: ({ signal }) =>
    fetchJson({ path: settingsPaths.connection, schema: connectionFactsSchema, signal }),
})
