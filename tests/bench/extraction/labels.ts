import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const lineItemSchema = z.object({
  description: z.string().optional(),
  quantity: z.number().optional(),
  unit_price: z.number().optional(),
  amount: z.number().optional(),
})
export type LabelledItem = z.infer<typeof lineItemSchema>

const expectedSchema = z.looseObject({ line_items: z.array(lineItemSchema).optional() })
export type Expected = z.infer<typeof expectedSchema>

export const documentSchema = z.object({
  file: z.string(),
  kind: z.string(),
  expected: expectedSchema,
  absent: z.array(z.string()).default([]),
})
export type LabelledDocument = z.infer<typeof documentSchema>

const robustnessSchema = z.object({
  file: z.string(),
  expect: z.enum(['success', 'error', 'either']),
  expect_empty_fields: z.boolean().default(false),
  text_contains: z.union([z.string(), z.array(z.string())]).optional(),
})
export type RobustnessFile = z.infer<typeof robustnessSchema>

const schemaTaskSchema = z.object({
  file: z.string(),
  schema: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
})
export type SchemaTask = z.infer<typeof schemaTaskSchema>

const labelsSchema = z.object({
  documents: z.array(documentSchema),
  robustness: z.array(robustnessSchema).default([]),
  schema_tasks: z.array(schemaTaskSchema).default([]),
})

/** The ground truth of a samples folder: its `labels.json`. */
export function readLabels(folder: string): z.infer<typeof labelsSchema> {
  return labelsSchema.parse(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')))
}
