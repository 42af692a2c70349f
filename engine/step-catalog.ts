import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ConfiguredStep } from './config'

const pipelineFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  documentType: z.string(),
  schema: z.record(z.string(), z.unknown()),
})

export type Pipeline = z.infer<typeof pipelineFileSchema> & { pipeline: string }

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
  const pipelines = readPipelines()
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

function readPipelines(): Pipeline[] {
  const folder = new URL('./steps/', import.meta.url)
  return readdirSync(fileURLToPath(folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      ...pipelineFileSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
      pipeline: file.slice(0, -'.json'.length),
    }))
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
