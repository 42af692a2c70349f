import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../http/fetch-json'
import {
  connectionFactsSchema,
  type DeskSettingsChange,
  deskSettingsSchema,
  managedStepListSchema,
  type NewStep,
  type StepChange,
} from './schema'

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

/** Each answers with the whole of what it changed. */
export const saveDeskSettings = (change: DeskSettingsChange) =>
  fetchJson({ path: settingsPaths.desk, method: 'PATCH', body: change, schema: deskSettingsSchema })
export const addStep = (step: NewStep) =>
  fetchJson({ path: settingsPaths.steps, method: 'POST', body: step, schema: managedStepListSchema })
export const changeStep = ({ id, change }: { id: string; change: StepChange }) =>
  fetchJson({ path: settingsPaths.step(id), method: 'PATCH', body: change, schema: managedStepListSchema })
