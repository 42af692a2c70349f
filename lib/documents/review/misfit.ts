import { z } from 'zod'
import { type FieldSchema, readFieldSchema } from '@/lib/steps/field-schema'
import type { Scalar } from '../model/corrections'

/** What a field takes, where a value is something else. */
type Misfit = {
  kind:
    | 'number'
    | 'whole'
    | 'day'
    | 'instant'
    | 'time'
    | 'boolean'
    | 'choice'
    | 'pattern'
    | 'least'
    | 'most'
    | 'text'
  /** The choices, the pattern, the limit. */
  detail: string
}

type Judged = {
  value: Scalar
  /** What was read there; null where nothing was. */
  read: Scalar
  path: string
  /** JSON schema of the whole result; null where the service gave none. */
  schema: unknown
}

/**
 * Why a value cannot stand in its field; null where it can. A field takes what its schema says, and where that says
 * nothing what was read there: a day for a day, a number for a number. Nothing at all always fits: it is not on the page.
 */
export function misfitOf({ value, read, path, schema }: Judged): Misfit | null {
  if (value === null || value === '') return null
  const field = fieldAt({ schema, path })
  const types = [field.type].flat().filter((type) => type !== 'null' && type !== undefined)
  return (
    misfitOfKind({ value, kinds: types.length > 0 ? kindsOf({ types, field }) : kindsRead(read) }) ??
    misfitOfLimits({ value, field })
  )
}

type Kind = Extract<Misfit['kind'], 'number' | 'whole' | 'day' | 'instant' | 'time' | 'boolean' | 'text'>

const stringKinds: Record<string, Kind> = { date: 'day', 'date-time': 'instant', time: 'time' }

function kindsOf({ types, field }: { types: (string | undefined)[]; field: FieldSchema }): Kind[] {
  return types.flatMap((type): Kind[] => {
    if (type === 'number') return ['number']
    if (type === 'integer') return ['whole']
    if (type === 'boolean') return ['boolean']
    return type === 'string' ? [stringKinds[field.format ?? ''] ?? 'text'] : []
  })
}

function kindsRead(read: Scalar): Kind[] {
  if (typeof read === 'number') return ['number']
  if (typeof read === 'boolean') return ['boolean']
  return typeof read === 'string' && isDay(read) ? ['day'] : []
}

function misfitOfKind({ value, kinds }: { value: Scalar; kinds: Kind[] }): Misfit | null {
  const [first] = kinds
  if (!first || kinds.some((kind) => fits[kind](value))) return null
  return { kind: first, detail: '' }
}

/** Beyond it a number is no longer kept to the cent. */
const mostNumber = 1e13

const fits: Record<Kind, (value: Scalar) => boolean> = {
  number: (value) => typeof value === 'number' && Math.abs(value) < mostNumber,
  whole: (value) => Number.isInteger(value) && Math.abs(Number(value)) < mostNumber,
  boolean: (value) => typeof value === 'boolean',
  day: (value) => typeof value === 'string' && isDay(value),
  instant: (value) =>
    typeof value === 'string' && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
  time: (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?/.test(value),
  text: (value) => typeof value === 'string',
}

/** Of papers that are read today; a year far from it is a slip of the finger. */
const years = { first: 1900, last: 2199 }

function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return z.iso.date().safeParse(text).success && year >= years.first && year <= years.last
}

function misfitOfLimits({ value, field }: { value: Scalar; field: FieldSchema }): Misfit | null {
  const { enum: choices, pattern, minimum, maximum } = field
  if (choices && !choices.includes(value)) {
    return {
      kind: 'choice',
      detail: choices
        .filter((choice) => choice !== null)
        .map(String)
        .join(', '),
    }
  }
  if (typeof value === 'string' && pattern && !matches({ value, pattern })) {
    return { kind: 'pattern', detail: pattern }
  }
  if (typeof value !== 'number') return null
  if (minimum !== undefined && value < minimum) return { kind: 'least', detail: String(minimum) }
  return maximum !== undefined && value > maximum ? { kind: 'most', detail: String(maximum) } : null
}

/** A pattern that is none holds nothing back. */
function matches({ value, pattern }: { value: string; pattern: string }): boolean {
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    return true
  }
}

/** Keys may contain dots themselves, so the longest that is known comes first; the number of a row is none. */
function fieldAt({ schema, path }: { schema: unknown; path: string }): FieldSchema {
  const field = readFieldSchema(schema)
  if (path === '') return field
  const row = /^\d+(\.|$)/.exec(path)
  if (row && field.items !== undefined)
    return fieldAt({ schema: field.items, path: path.slice(row[0].length) })
  const key = Object.keys(field.properties ?? {})
    .filter((one) => path === one || path.startsWith(`${one}.`))
    .sort((one, other) => other.length - one.length)[0]
  if (key === undefined) return {}
  return fieldAt({ schema: field.properties?.[key], path: path.slice(key.length + 1) })
}
