import type { z } from 'zod'
import { type JsonSchema, toValidator } from '../extract/schema/json-schema'
import { isObject } from '../extract/schema/paths'
import type { Finding, FindingCode } from './finding'

type Issue = z.core.$ZodIssue

/** What values lack or break of their JSON schema: required ones missing, wrong types, patterns, choices, limits. */
export function checkSchema({
  schema,
  data,
}: {
  schema: JsonSchema
  data: Record<string, unknown>
}): Finding[] {
  const values = Object.fromEntries(Object.entries(data).filter(([key]) => !key.startsWith('_')))
  if (Object.keys(values).length === 0) return [nothingFound]
  const { error } = toValidator(schema).safeParse(values)
  const groups = new Map<string, { issue: Issue; paths: string[] }>()
  for (const issue of error?.issues ?? []) {
    if (isLocalTime({ issue, values, schema })) continue
    const code = codeOf({ issue, values, schema })
    const id = `${code} ${issue.path.filter((part) => typeof part !== 'number').join('.')}`
    const group = groups.get(id) ?? { issue, paths: [] }
    groups.set(id, { ...group, paths: [...group.paths, issue.path.join('.')] })
  }
  return [...groups.values()].map(({ issue, paths }) => toFinding({ issue, paths, schema, values }))
}

const nothingFound: Finding = {
  severity: 'error',
  code: 'values.none',
  fields: [],
  values: {},
  message: 'None of the values that this step asks for were found.',
}

function toFinding({
  issue,
  paths,
  schema,
  values,
}: {
  issue: Issue
  paths: string[]
  schema: JsonSchema
  values: unknown
}): Finding {
  const code = codeOf({ issue, values, schema })
  const title = titleOf({ schema, path: issue.path })
  const detail = detailOf({ issue, schema })
  const rows = paths.length > 1 ? ` (in ${paths.length} rows)` : ''
  const messages: { [code in FindingCode]?: string } = {
    'required.missing': `${title} is required and was not found${rows}.`,
    'format.mismatch': `${title} does not have the form of a ${detail}${rows}.`,
    'pattern.mismatch': `${title} does not match the pattern ${detail}${rows}.`,
    'choice.mismatch': `${title} is none of ${detail}${rows}.`,
    'range.mismatch': `${title} is outside of what the schema allows (${detail})${rows}.`,
  }
  const message = messages[code] ?? `${title} is not of the type ${detail}${rows}.`
  return { severity: 'error', code, fields: paths, values: { detail }, message }
}

type Judged = { issue: Issue; values: unknown; schema: JsonSchema }

function codeOf({ issue, values, schema }: Judged): FindingCode {
  if (valueAt({ values, path: issue.path }) === undefined) return 'required.missing'
  if (issue.code === 'invalid_format') {
    return schemaAt({ schema, path: issue.path })?.pattern === undefined
      ? 'format.mismatch'
      : 'pattern.mismatch'
  }
  if (issue.code === 'invalid_value') return 'choice.mismatch'
  if (issue.code === 'too_small' || issue.code === 'too_big' || issue.code === 'not_multiple_of') {
    return 'range.mismatch'
  }
  return 'type.mismatch'
}

function detailOf({ issue, schema }: Omit<Judged, 'values'>): string {
  if (issue.code === 'invalid_format') {
    const { pattern, format } = schemaAt({ schema, path: issue.path }) ?? {}
    return pattern ?? format ?? issue.format
  }
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ')
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`
  return issue.code === 'invalid_type' ? issue.expected : ''
}

const localTimes: { [format: string]: RegExp } = {
  time: /^\d{2}:\d{2}(?::\d{2})?$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
}

/** Papers print a time of day without its zone; RFC 3339 asks for one, and none is made up. */
function isLocalTime({ issue, values, schema }: Judged): boolean {
  const form = localTimes[schemaAt({ schema, path: issue.path })?.format ?? '']
  return issue.code === 'invalid_format' && form?.test(String(valueAt({ values, path: issue.path }))) === true
}

function valueAt({ values, path }: { values: unknown; path: PropertyKey[] }): unknown {
  return path.reduce<unknown>((at, part) => {
    if (Array.isArray(at)) return at[Number(part)]
    return isObject(at) ? at[String(part)] : undefined
  }, values)
}

/** The schema's own title, else the name of the property with its words apart. */
function titleOf({ schema, path }: { schema: JsonSchema; path: PropertyKey[] }): string {
  const name = String([...path].reverse().find((part) => typeof part !== 'number') ?? '')
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
  return schemaAt({ schema, path })?.title ?? words.charAt(0).toUpperCase() + words.slice(1)
}

function schemaAt({ schema, path }: { schema: JsonSchema; path: PropertyKey[] }): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (at, part) => (typeof part === 'number' ? at?.items : at?.properties?.[String(part)]),
    schema,
  )
}
