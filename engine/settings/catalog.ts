import { type JsonSchema, readJsonSchema } from '../extract/schema/json-schema'
import { builtInSteps, type StepDefinition, schemaPipeline } from '../pipeline/steps/load-step'
import type { ConfiguredStep } from './config'

type Pipeline = Pick<StepDefinition, 'id' | 'name' | 'documentType' | 'schema'> & { pipeline: string }

export type Step = {
  id: string
  name: string
  /** The only organization that may use it; null: all. */
  organization: string | null
  pipeline: string
  schema: Record<string, unknown>
  /** The same, read, when it is the step's own and not that of its pipeline. */
  ownSchema: JsonSchema | null
}

export type StepCatalog = {
  find: (stepId: string) => Step | undefined
  listFor: (organizationId: string) => Step[]
  pipelines: Pipeline[]
}

export type DocumentType = {
  id: string
  code: string
  name: string
  pipeline: string
  schema: Record<string, unknown>
}

/**
 * The steps that can be called: those configured, else one for each pipeline, open to all.
 * @throws Error naming a step whose pipeline does not exist, or whose schema cannot be used.
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
  const { id, name, organization = null, pipeline, schema } = step
  const found = pipelines.find((candidate) => candidate.pipeline === pipeline)
  if (pipeline !== undefined && !found)
    throw new Error(`Step ${id}: there is no pipeline called "${pipeline}".`)
  if (typeof schema === 'object') {
    const ownSchema = readJsonSchema(schema)
    return { id, name, organization, pipeline: pipeline ?? schemaPipeline, schema: ownSchema, ownSchema }
  }
  if (!found) throw new Error(`Step ${id}: it needs a pipeline or a schema.`)
  return { id, name, organization, pipeline: found.pipeline, schema: found.schema, ownSchema: null }
}

function toOpenStep({ id, name, pipeline, schema }: Pipeline): Step {
  return { id, name, organization: null, pipeline, schema, ownSchema: null }
}

/** The kinds of document the engine knows: one for each of its pipelines, open to every organization. */
export function listDocumentTypes({ pipelines }: StepCatalog): DocumentType[] {
  return pipelines.map(({ id, name, documentType, pipeline, schema }) => ({
    id,
    code: documentType,
    name: typeof schema.title === 'string' ? schema.title : name,
    pipeline,
    schema,
  }))
}
