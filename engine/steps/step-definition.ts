import { z } from 'zod'

const fieldSchema = z.object({
  key: z.string(),
  type: z.enum([
    'company',
    'party',
    'number',
    'date',
    'time',
    'currency',
    'amount',
    'tax_id',
    'iban',
    'address',
    'line_items',
  ]),
  /** Concepts of the vocabulary that name this field beyond doubt. */
  labels: z.array(z.string()).optional(),
  /** Concepts that name it where nothing better does. */
  weakLabels: z.array(z.string()).optional(),
})

export const stepDefinitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  documentType: z.string(),
  /** JSON Schema of `data`, with `title` and `titles` by language for each property. */
  schema: z.record(z.string(), z.unknown()),
  fields: z.array(fieldSchema),
  /** Values that are not reported but help to decide: rounding, cash, change … */
  helpers: z.array(fieldSchema).optional(),
  /** Concepts that head the columns of line items. */
  columns: z.record(z.string(), z.array(z.string())).optional(),
})

export type StepField = z.infer<typeof fieldSchema>
export type StepDefinition = z.infer<typeof stepDefinitionSchema>
