import document from './document.json'
import invoice from './invoice.json'
import receipt from './receipt.json'
import { type StepDefinition, stepDefinitionSchema } from './step-definition'

/** The steps that every engine has, by pipeline. */
export const builtInSteps: StepDefinition[] = [invoice, receipt, document].map((step) =>
  stepDefinitionSchema.parse(step),
)

export type { StepDefinition } from './step-definition'

/** The pipeline of the step that wants a document's text, and no fields. */
export const textPipeline = 'document'

/** Stands for the pipeline of a step that has a schema of its own and nothing else. */
export const schemaPipeline = 'schema'

/** The definition behind a pipeline's name, or null when there is none. */
export function findStep(pipeline: string): StepDefinition | null {
  return builtInSteps.find((step) => step.documentType === pipeline) ?? null
}
