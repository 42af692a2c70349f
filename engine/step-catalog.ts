import type { ConfiguredStep } from './config'
import type { StepDefinition } from './fields/step-definition'
import { builtInSteps } from './steps/load-step'

export type Pipeline = Pick<StepDefinition, 'id' | 'name' | 'documentType' | 'schema'> & { pipeline: string }

export type Step = {
  id: string
  name: string
  /** The only organization that may use it; null: all. */
  organization: string | null
  pipeline: string
  /** JSON schema of what the step's `data` holds. */
  schema: Record<string, unknown>
}

export type StepCatalog = {
  find: (stepId: string) => Step | undefined
  listFor: (organizationId: string) => Step[]
  /** Every pipeline of the engine, which is every document type it knows. */
  pipelines: Pipeline[]
}

/**
 * The steps that can be called: those configured, else one for each pipeline, open to all.
 * @throws Error naming a step whose pipeline does not exist.
 */
export function loadStepCatalog(configured: ConfiguredStep[] | undefined): StepCatalog {
  const pipelines = builtInSteps.map(toPipeline)
  const steps = configured?.map((step) => toStep({ step, pipelines })) ?? pipelines.map(toOpenStep)
  const byId = new Map(steps.map((step) => [step.id, step]))
  return {
    find: (stepId) => byId.get(stepId),
    listFor: (organizationId) => steps.filter((step) => mayUse({ step, organizationId })),
    pipelines,
  }
}

export function mayUse({ step, organizationId }: { step: Step; organizationId: string }): boolean {
  return step.organization === null || step.organization === organizationId
}

/** In the order they are listed in, which is the order people choose from. */
function toPipeline({ id, name, documentType, schema }: StepDefinition): Pipeline {
  return { id, name, documentType, schema, pipeline: documentType }
}

function toStep({ step, pipelines }: { step: ConfiguredStep; pipelines: Pipeline[] }): Step {
  const found = pipelines.find((candidate) => candidate.pipeline === step.pipeline)
  if (!found) throw new Error(`Step ${step.id}: there is no pipeline called "${step.pipeline}".`)
  return {
    id: step.id,
    name: step.name,
    organization: step.organization ?? null,
    pipeline: step.pipeline,
    schema: found.schema,
  }
}

function toOpenStep({ id, name, pipeline, schema }: Pipeline): Step {
  return { id, name, organization: null, pipeline, schema }
}
