import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../fetch-json'
import { managedStepListSchema, type NewStep, type StepChange, stepListSchema } from './schema'

const stepPaths = {
  offered: '/api/steps',
  managed: '/api/settings/steps',
  step: (id: string) => `/api/settings/steps/${encodeURIComponent(id)}`,
}

export const stepsQuery = queryOptions({
  queryKey: ['steps'],
  queryFn: ({ signal }) => fetchJson({ path: stepPaths.offered, schema: stepListSchema, signal }),
})

export const managedStepsQuery = queryOptions({
  queryKey: ['settings', 'steps'],
  queryFn: ({ signal }) => fetchJson({ path: stepPaths.managed, schema: managedStepListSchema, signal }),
})

export const addStep = (step: NewStep) =>
  fetchJson({ path: stepPaths.managed, method: 'POST', body: step, schema: managedStepListSchema })
export const changeStep = ({ id, change }: { id: string; change: StepChange }) =>
  fetchJson({ path: stepPaths.step(id), method: 'PATCH', body: change, schema: managedStepListSchema })
