import { z } from 'zod'

export const stepDefinitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  documentType: z.string(),
  /** JSON Schema of `data`, with `title` and `titles` by language for each property. */
  schema: z.record(z.string(), z.unknown()),
})

export type StepDefinition = z.infer<typeof stepDefinitionSchema>
