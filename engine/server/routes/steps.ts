import { mayUse, type Step, type StepCatalog } from '@/engine/settings/catalog'
import type { Database } from '@/engine/store/open-database'
import type { Execution } from '@/engine/store/tables'
import { messageRefusal } from '../http/refusal'
import type { Route } from '../http/route'
import { acceptDocument } from '../intake/accept-document'
import type { Intake } from '../intake/enqueue'
import { requireExecution } from './require-execution'

/** POST /api/steps-async/{stepId}: contract §2. */
export function submitRoute({ intake, catalog }: { intake: Intake; catalog: StepCatalog }): Route {
  return {
    method: 'POST',
    path: '/api/steps-async/:stepId',
    unauthorized: { error: 'Invalid API key' },
    isRateLimited: true,
    failure: { message: 'Internal server error: Failed to initiate step processing' },
    handle: async (call) => {
      const step = requireStep({ catalog, stepId: call.params.stepId, organizationId: call.organization.id })
      const task = { target: step.id, targetName: step.name, pipeline: step.pipeline }
      const execution = await acceptDocument({ intake, call, kind: 'step', taskOf: () => task })
      const body = { id: execution.id, status: 'ENQUEUED', step_id: step.id, step_name: step.name }
      return { status: 202, body }
    },
  }
}

function requireStep(input: {
  catalog: StepCatalog
  stepId: string | undefined
  organizationId: string
}): Step {
  const step = input.catalog.find(input.stepId ?? '')
  const message = 'Step not found or access denied'
  if (!step) throw messageRefusal({ status: 404, message })
  if (!mayUse({ step, organizationId: input.organizationId })) throw messageRefusal({ status: 403, message })
  return step
}

/** GET /api/steps-async/status/{executionId}: contract §3. */
export function statusRoute({ database }: { database: Database }): Route {
  return {
    method: 'GET',
    path: '/api/steps-async/status/:executionId',
    unauthorized: { error: 'Invalid API key' },
    isRateLimited: true,
    failure: { message: 'Internal server error: Failed to retrieve execution status' },
    handle: async ({ params, organization }) => {
      const execution = await requireExecution({ database, id: params.executionId ?? '', organization })
      return { status: 200, body: toStepStatus(execution) }
    },
  }
}

/** What GET status answers about a step's execution: contract §3.1. A field that does not apply is absent. */
function toStepStatus(execution: Execution): Record<string, unknown> {
  return {
    conversion_id: execution.id,
    status: execution.status,
    request_timestamp: execution.requestedAt.toISOString(),
    ...(execution.finishedAt && { response_timestamp: execution.finishedAt.toISOString() }),
    ...(execution.filename !== null && { original_filename: execution.filename }),
    ...(execution.metadata && { document_metadata: execution.metadata }),
    ...execution.result,
    ...(execution.error !== null && { error: execution.error }),
  }
}

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
