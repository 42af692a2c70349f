import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { toTokens } from '../vocabulary/tokens'
import type { ItemColumn } from './item-columns'
import type { JsonSchema } from './json-schema'
import { findKnownColumn } from './known-fields'
import { toPhrases } from './phrases'
import type { ListField, SchemaFields, ValueField } from './schema-field'
import { concludeKind } from './value-kind'

/**
 * What a JSON schema asks for: single values, those of nested objects by their path, and lists. Worked out once for
 * each schema.
 * @param schema as `readJsonSchema` gives it
 */
export const readSchemaFields = memoizeByRef((schema: JsonSchema): SchemaFields => {
  const fields: SchemaFields = { values: [], lists: [] }
  collect({ schema, path: [], fields })
  return fields
})

function collect({
  schema,
  path,
  fields,
}: {
  schema: JsonSchema
  path: string[]
  fields: SchemaFields
}): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const at = [...path, name]
    if (property.properties) collect({ schema: property, path: at, fields })
    else if (property.items || property.type === 'array')
      fields.lists.push(toList({ path: at, schema: property }))
    else fields.values.push(toValueField({ path: at, schema: property }))
  }
}

/** A list within an item of a list has no place in a table: it is left out. */
function toList({ path, schema }: { path: string[]; schema: JsonSchema }): ListField {
  const [name = '', ...parents] = [...path].reverse()
  const items = schema.items ?? { type: 'string' }
  const inner: SchemaFields = { values: [], lists: [] }
  if (items.properties) collect({ schema: items, path: [], fields: inner })
  else inner.values.push(toValueField({ path: [name], schema: items }))
  return {
    path,
    phrases: toPhrases({ name, parents: parents.reverse(), schema }),
    columns: items.properties ? withConcepts(inner.values) : inner.values,
    isPlain: !items.properties,
    schema,
  }
}

/** Columns named like those of priced lines mean them where two or more stand together, one of them a figure. */
function withConcepts(columns: ValueField[]): ValueField[] {
  const concepts = new Map<ItemColumn, ValueField>()
  for (const column of columns) {
    const names = [column.path.join(' '), column.schema.title ?? '']
    const concept = names.map(findKnownColumn).find((one) => one !== null && !concepts.has(one))
    const isFigure = ['number', 'integer'].includes(column.kind)
    if (concept && isFigure === (concept !== 'description')) concepts.set(concept, column)
  }
  if (concepts.size < 2 && concepts.get('description')?.path.at(-1) !== 'description') return columns
  return columns.map((column) => {
    const [concept] = [...concepts].find(([, one]) => one === column) ?? []
    return concept ? { ...column, concept } : column
  })
}

function toValueField({ path, schema }: { path: string[]; schema: JsonSchema }): ValueField {
  const [name = '', ...parents] = [...path].reverse()
  const { description = '', pattern } = schema
  return {
    path,
    kind: concludeKind({ name, schema }),
    phrases: toPhrases({ name, parents: parents.reverse(), schema }),
    description,
    about: new Set([...toTokens(description), ...toTokens(name)]),
    choices: (schema.enum ?? []).filter((one) => typeof one === 'string' || typeof one === 'number'),
    pattern: pattern === undefined ? null : new RegExp(pattern, 'u'),
    shapes: examplesOf(schema).flatMap(toShape),
    dateForm: /\b(?:YYYY|DD|MM)[-/.](?:DD|MM)[-/.](?:YYYY|DD)\b/.exec(description)?.[0] ?? 'YYYY-MM-DD',
    schema,
  }
}

function examplesOf({ examples = [], description = '' }: JsonSchema): string[] {
  const given = examples.filter((example) => typeof example === 'string')
  const [, quoted] = /\be\.g\.,?\s*['"“]?([^'"”),;]+)/i.exec(description) ?? []
  return quoted === undefined ? given : [...given, quoted.trim()]
}

/** `HO-3` stands for two capitals, a hyphen and a digit; only forms with a digit tell anything apart. */
function toShape(example: string): RegExp[] {
  if (!/\d/.test(example) || example.length > 30) return []
  const source = [...example.matchAll(/\p{Lu}+|\p{Ll}+|\d+|\s+|./gu)]
    .map(([run]) => {
      if (/^\p{Lu}/u.test(run)) return '\\p{Lu}+'
      if (/^\p{Ll}/u.test(run)) return '\\p{Ll}+'
      if (/^\d/.test(run)) return '\\d+'
      return /^\s/.test(run) ? '\\s+' : `[${run}]`
    })
    .join('')
  return isEscapable(source) ? [new RegExp(`^${source}$`, 'u')] : []
}

function isEscapable(source: string): boolean {
  return /^(?:\\p\{L[ul]\}\+|\\d\+|\\s\+|\[[-/.]\])*$/.test(source)
}
