import { type FieldSchema, readFieldSchema, schemaOf } from '@/lib/steps/field-schema'
import { isFound } from './read-values'

/** The paths of values that the JSON schema of a step requires and a result lacks. */
export function listMissing({
  result,
  schema,
}: {
  result: Record<string, unknown>
  schema: unknown
}): string[] {
  return missingIn({ value: result, schema: readFieldSchema(schema), path: '' })
}

type Place = { value: unknown; schema: FieldSchema; path: string }

function missingIn({ value, schema, path }: Place): string[] {
  if (Array.isArray(value)) {
    const row = readFieldSchema(schema.items)
    return value.flatMap((item, at) => missingIn({ value: item, schema: row, path: `${path}.${at}` }))
  }
  if (typeof value !== 'object' || value === null) return []
  const fields = new Map(Object.entries(value))
  const at = (key: string) => (path ? `${path}.${key}` : key)
  const absent = (schema.required ?? []).filter(
    (key) => isEmpty(fields.get(key)) && !mayBeNull(schemaOf({ schema, key })),
  )
  const inner = [...fields].flatMap(([key, one]) =>
    key.startsWith('_') ? [] : missingIn({ value: one, schema: schemaOf({ schema, key }), path: at(key) }),
  )
  return [...absent.map(at), ...inner]
}

const isEmpty = (value: unknown) => !isFound(value) || (Array.isArray(value) && value.length === 0)
const mayBeNull = ({ type }: FieldSchema) => [type].flat().includes('null')
