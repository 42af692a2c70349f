import { z } from 'zod'
import type { Locale } from '@/lib/i18n/catalogues'

/** The parts of a JSON schema that name, shape and bound a field; all else in it is ignored. */
const fieldSchema = z.object({
  title: z.string().optional().catch(undefined),
  titles: z.record(z.string(), z.string()).optional().catch(undefined),
  type: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  format: z.string().optional().catch(undefined),
  enum: z.array(z.unknown()).optional().catch(undefined),
  pattern: z.string().max(500).optional().catch(undefined),
  minimum: z.number().optional().catch(undefined),
  maximum: z.number().optional().catch(undefined),
  required: z.array(z.string()).optional().catch(undefined),
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  items: z.unknown().optional(),
})
export type FieldSchema = z.infer<typeof fieldSchema>

export function readFieldSchema(schema: unknown): FieldSchema {
  const parsed = fieldSchema.safeParse(schema)
  return parsed.success ? parsed.data : {}
}

export function schemaOf({ schema, key }: { schema: FieldSchema; key: string }): FieldSchema {
  return readFieldSchema(schema.properties?.[key])
}

/** The reader's name for a field: the schema's in their language, its title, else the key made readable. */
export function fieldLabel({
  schema,
  key,
  locale,
}: {
  schema: FieldSchema
  key: string
  locale: Locale
}): string {
  return schema.titles?.[locale] || schema.title || humanise(key)
}

/** `supplierTaxId`, `supplier_tax_id` and `supplier-tax-id` all read "Supplier tax id"; capitals such as IBAN stay. */
export function humanise(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .split(/[\s_.-]+/)
    .filter(Boolean)
    .map((word) => (word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase()))
  const text = words.join(' ')
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : key
}
