import { z } from 'zod'
import { isFound } from './read-values'

const schemaPart = z.object({
  required: z.array(z.string()).catch([]),
  properties: z.record(z.string(), z.unknown()).catch({}),
  items: z.unknown().optional(),
  type: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
})
type SchemaPart = z.infer<typeof schemaPart>

/** The paths of values that the JSON schema of a step requires and a result lacks. */
export function listMissing({
  result,
  schema,
}: {
  result: Record<string, unknown>
  schema: unknown
}): string[] {
  return missingIn({ value: result, schema: readPart(schema), path: '' })
}

type Place = { value: unknown; schema: SchemaPart; path: string }

function missingIn({ value, schema, path }: Place): string[] {
  if (Array.isArray(value)) {
    const row = readPart(schema.items)
    return value.flatMap((item, at) => missingIn({ value: item, schema: row, path: `${path}.${at}` }))
  }
  if (typeof value !== 'object' || value === null) return []
  const fields = new Map(Object.entries(value))
  const at = (key: string) => (path ? `${path}.${key}` : key)
  const absent = schema.required.filter(
    (key) => isEmpty(fields.get(key)) && !mayBeNull(readPart(schema.properties[key])),
  )
  const inner = [...fields].flatMap(([key, one]) =>
    key.startsWith('_')
      ? []
      : missingIn({ value: one, schema: readPart(schema.properties[key]), path: at(key) }),
  )
  return [...absent.map(at), ...inner]
}

function readPart(schema: unknown): SchemaPart {
  const parsed = schemaPart.safeParse(schema ?? {})
  return parsed.success ? parsed.data : { required: [], properties: {} }
}

const isEmpty = (value: unknown) => !isFound(value) || (Array.isArray(value) && value.length === 0)
const mayBeNull = ({ type }: SchemaPart) => [type].flat().includes('null')
