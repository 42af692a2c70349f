import { z } from 'zod'
import { conversionSpecSchema } from '../conversion-spec'
import { stepSchema } from '../schema'

const name = z.string().trim().min(1).max(80)
const stepId = z.string().min(1).max(100)

/** Columns by a name, for the results of one step. */
const columnSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  step: stepSchema,
  spec: conversionSpecSchema,
})
export type ColumnSet = z.infer<typeof columnSetSchema>
export const columnSetsSchema = z.object({ exports: z.array(columnSetSchema) })

export const newColumnSetSchema = z.strictObject({ name, step: stepId, spec: conversionSpecSchema })
export type NewColumnSet = z.infer<typeof newColumnSetSchema>
export const columnSetChangeSchema = z.strictObject({ name, spec: conversionSpecSchema }).partial()
export type ColumnSetChange = z.infer<typeof columnSetChangeSchema>

export const previewRequestSchema = z.strictObject({ step: stepId, spec: conversionSpecSchema })
export const fieldsQuerySchema = z.object({ step: stepId })

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
export const previewSchema = z.object({
  /** How many documents the rows are of. */
  documents: z.number().int(),
  sheets: z.array(z.object({ name: z.string(), heads: z.array(z.string()), rows: z.array(z.array(cell)) })),
})
export type ExportPreview = z.infer<typeof previewSchema>

/** What the results of a step hold, by their paths; `list` names the list that the field is in. */
export const stepFieldsSchema = z.object({
  fields: z.array(z.object({ path: z.string(), label: z.string(), list: z.string().nullable() })),
})
export type StepField = z.infer<typeof stepFieldsSchema>['fields'][number]
