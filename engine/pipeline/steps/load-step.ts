import { z } from 'zod'
import document from './document.json'
import invoice from './invoice.json'
import receipt from './receipt.json'

const stepDefinitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  documentType: z.string(),
  /** JSON Schema of `data`, with `title` and `titles` by language for each property. */
  schema: z.record(z.string(), z.unknown()),
})

export type StepDefinition = z.infer<typeof stepDefinitionSchema>

export const builtInSteps: StepDefinition[] = [invoice, receipt, document].map((step) =>
  stepDefinitionSchema.parse(step),
)

/** The pipeline of the step that wants a document's text, and no fields. */
export const textPipeline = 'document'

/** Stands for the pipeline of a step that has a schema of its own and nothing else. */
export const schemaPipeline = 'schema'

export function findStep(pipeline: string): StepDefinition | null {
  return builtInSteps.find((step) => step.documentType === pipeline) ?? null
}
