import type { StepCatalog } from '@/engine/settings/catalog'
import type { Route } from '../http/route'

/** GET /api/steps, which the cloud does not have: the steps that the key may call, with the schema of their data. */
export function stepsRoute({ catalog }: { catalog: StepCatalog }): Route {
  return {
    method: 'GET',
    path: '/api/steps',
    unauthorized: { error: 'Invalid API key' },
    isRateLimited: true,
    failure: { message: 'Internal server error' },
    handle: async ({ organization }) => {
      const steps = catalog.listFor(organization.id).map(({ id, name, schema }) => ({ id, name, schema }))
      return { status: 200, body: { steps } }
    },
  }
}
