import type { JsonSchema } from '../extract/schema/json-schema'

/** What JSON schema dialects of model servers have in common: types, names and words; null for what is not printed. */
type AnswerSchema = {
  type: string | string[]
  description?: string
  enum?: unknown[]
  properties?: { [name: string]: AnswerSchema }
  items?: AnswerSchema
  required?: string[]
  additionalProperties?: false
}

/** The part of a step's schema that is still open, as the form of an answer. Yes or no is printed in no certain place. */
export function toAnswerSchema({
  schema,
  openFields,
}: {
  schema: JsonSchema
  openFields: string[][]
}): AnswerSchema {
  const wanted = new Set(openFields.map((path) => path.join('\n')))
  return toObject({ schema, path: [], isWanted: (path) => wanted.has(path.join('\n')) })
}

type Node = { schema: JsonSchema; path: string[]; isWanted: (path: string[]) => boolean }

function toObject({ schema, path, isWanted }: Node): AnswerSchema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const at = [...path, name]
      if (property.properties) {
        const inner = toObject({ schema: property, path: at, isWanted })
        return Object.keys(inner.properties ?? {}).length > 0 ? [[name, inner] as const] : []
      }
      return isWanted(at) && property.type !== 'boolean' ? [[name, toLeaf(property)] as const] : []
    }),
  )
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

function toLeaf(schema: JsonSchema): AnswerSchema {
  const words = [schema.title, schema.description].filter(Boolean).join(': ')
  const description = words === '' ? {} : { description: words }
  if (schema.type === 'array' || schema.items) {
    const { items } = schema
    const entry = items?.properties
      ? toObject({ schema: items, path: [], isWanted: () => true })
      : toLeaf(items ?? {})
    return { type: 'array', items: entry, ...description }
  }
  const type = schema.type === 'number' || schema.type === 'integer' ? schema.type : 'string'
  return { type: [type, 'null'], ...(schema.enum && { enum: [...schema.enum, null] }), ...description }
}
