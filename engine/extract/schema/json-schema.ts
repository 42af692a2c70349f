import { z } from 'zod'

/** The parts of a JSON schema that say what to look for; the rest is for the validation. */
export type JsonSchema = {
  type?: string | string[] | undefined
  title?: string | undefined
  titles?: Record<string, string> | undefined
  description?: string | undefined
  format?: string | undefined
  pattern?: string | undefined
  enum?: unknown[] | undefined
  const?: unknown
  examples?: unknown[] | undefined
  required?: string[] | undefined
  properties?: Record<string, JsonSchema> | undefined
  items?: JsonSchema | undefined
}

const nodeSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    title: z.string().optional(),
    titles: z.record(z.string(), z.string()).optional(),
    description: z.string().optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    examples: z.array(z.unknown()).optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    items: nodeSchema.optional(),
  }),
)

/** A schema that cannot be used; the message says what is wrong with it and where. */
class SchemaError extends Error {
  override readonly name = 'SchemaError'
}

type JsonObject = Record<string, unknown>

/** Schemas come with each document anew; what they mean is worked out once for so many of them. */
const mostRemembered = 50
const remembered = new Map<string, JsonSchema>()

/**
 * Checks a JSON schema (draft 7 or 2020-12) of an object and makes it plain: local references are put in place,
 * and a choice between a value and null becomes the value. Of equal schemas the same object comes back.
 * @throws SchemaError naming what is wrong.
 */
export function readJsonSchema(schema: unknown): JsonSchema {
  const text = JSON.stringify(schema) ?? ''
  const plain = remembered.get(text) ?? readAnew(schema)
  remembered.delete(text)
  remembered.set(text, plain)
  for (const [oldest] of remembered) {
    if (remembered.size <= mostRemembered) break
    remembered.delete(oldest)
  }
  return plain
}

function readAnew(schema: unknown): JsonSchema {
  const plain = inline({ node: schema, root: schema, under: [], at: 'the schema' })
  const parsed = nodeSchema.safeParse(plain)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SchemaError(`${issue?.path.join('.') || 'the schema'}: ${issue?.message ?? 'invalid'}`)
  }
  if (Object.keys(parsed.data.properties ?? {}).length === 0) {
    throw new SchemaError('the schema must be that of an object and name at least one of its properties')
  }
  toValidator(parsed.data)
  return parsed.data
}

/**
 * What checks values against a plain schema.
 * @throws SchemaError for an unknown type, a broken pattern and the like.
 */
export function toValidator(schema: JsonSchema): z.ZodType {
  const known = validators.get(schema)
  if (known) return known
  try {
    // Ours is looser than the library's own type of a schema, which it checks anyway.
    const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
    validators.set(schema, validator)
    return validator
  } catch (error) {
    throw new SchemaError(error instanceof Error ? error.message : String(error))
  }
}

const validators = new WeakMap<JsonSchema, z.ZodType>()

function inline(input: { node: unknown; root: unknown; under: string[]; at: string }): unknown {
  const { node, root, under, at } = input
  if (Array.isArray(node))
    return node.map((one, index) => inline({ ...input, node: one, at: `${at}[${index}]` }))
  if (!isObject(node)) return node
  const { $ref: reference, ...own } = node
  if (typeof reference === 'string') {
    if (under.includes(reference)) throw new SchemaError(`${at}: ${reference} contains itself`)
    const target = resolve({ root, reference, at })
    return inline({ ...input, node: { ...target, ...own }, under: [...under, reference] })
  }
  return withoutNullChoice(
    Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => node !== root || (key !== '$defs' && key !== 'definitions'))
        .map(([key, value]) => [key, inline({ ...input, node: value, at: key === 'properties' ? at : key })]),
    ),
  )
}

function resolve({ root, reference, at }: { root: unknown; reference: string; at: string }): JsonObject {
  if (!reference.startsWith('#/'))
    throw new SchemaError(`${at}: only references within the schema can be followed, not ${reference}`)
  let target: unknown = root
  for (const part of reference.slice(2).split('/')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    target = isObject(target) ? target[key] : undefined
  }
  if (!isObject(target)) throw new SchemaError(`${at}: ${reference} leads nowhere`)
  return target
}

/** `anyOf: [string, null]` and `type: [string, null]`: what is not printed is absent anyway. */
function withoutNullChoice(node: JsonObject): JsonObject {
  for (const choice of ['anyOf', 'oneOf']) {
    const options = node[choice]
    if (!Array.isArray(options)) continue
    const others = options.filter((option) => !isObject(option) || option.type !== 'null')
    const { [choice]: _choice, ...rest } = node
    if (others.length === 1 && isObject(others[0])) return { ...others[0], ...rest }
  }
  if (!Array.isArray(node.type)) return node
  const types = node.type.filter((type) => type !== 'null')
  return types.length === 1 ? { ...node, type: types[0] } : node
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
