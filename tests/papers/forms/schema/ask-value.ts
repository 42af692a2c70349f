import type { Random } from '../../random'
import type { Value } from '../values/make-value'
import type { FormField } from '../vocabulary/fields'
import type { JsonSchemaObject } from './json-form'
import type { SchemaStyle } from './name-field'

export type Asked = { node: JsonSchemaObject; truth: string | number | boolean; note: string | null }

/** The schema of a value, and what is true by it. */
export function askValue(given: {
  value: Value
  field: FormField
  random: Random
  style: SchemaStyle
}): Asked {
  const { value, field, random, style } = given
  switch (value.type) {
    case 'date':
      return askDate(value, random)
    case 'date-time':
      return random.chance(0.7)
        ? { node: { type: 'string', format: 'date-time' }, truth: value.truth, note: null }
        : { node: { type: 'string' }, truth: value.truth, note: 'as YYYY-MM-DDTHH:MM:SS' }
    case 'time':
      return random.chance(0.5)
        ? { node: { type: 'string', format: 'time' }, truth: value.truth, note: null }
        : { node: { type: 'string' }, truth: value.truth, note: 'HH:MM' }
    case 'boolean':
      return { node: { type: 'boolean' }, truth: value.truth, note: null }
    case 'choice':
      return askChoice(value, random)
    case 'integer':
    case 'number':
      return askNumber(value, random, style)
    case 'string':
      return askText({ value, field, random, style })
  }
}

function askDate(value: Value, random: Random): Asked {
  const printed = value.lines.join(' ')
  return random.weighted<Asked>([
    [{ node: { type: 'string', format: 'date' }, truth: value.truth, note: null }, 80],
    [{ node: { type: 'string', format: 'date' }, truth: value.truth, note: 'YYYY-MM-DD' }, 6],
    [{ node: { type: 'string' }, truth: value.truth, note: 'YYYY-MM-DD' }, 7],
    [{ node: { type: 'string' }, truth: printed, note: 'as printed' }, 4],
  ])
}

function askChoice(value: Value, random: Random): Asked {
  const options = value.options ?? value.lines
  const chosen = value.lines[0] ?? ''
  const rewrite = random.weighted<((option: string) => string) | null>([
    [(option) => option, 6],
    [(option) => option.toLowerCase(), 1],
    [(option) => option.toUpperCase(), 0.6],
    [(option) => option.toLowerCase().replace(/[^\p{L}\d]+/gu, '_'), 1.4],
    [null, 3.5],
  ])
  if (!rewrite) return { node: { type: 'string' }, truth: chosen, note: null }
  const rest = random.chance(0.1) ? ['Other'] : []
  const all = [...new Set([...options, ...rest].map(rewrite))]
  return { node: { type: 'string', enum: all }, truth: rewrite(chosen), note: null }
}

function askNumber(value: Value, random: Random, style: SchemaStyle): Asked {
  if (random.chance(0.02))
    return { node: { type: 'string' }, truth: value.lines.join(' '), note: 'as printed' }
  const isWhole = value.type === 'integer' && random.chance(0.75)
  const isAtLeastNothing =
    style.isPrecise && typeof value.truth === 'number' && value.truth >= 0 && random.chance(0.4)
  const node: JsonSchemaObject = {
    type: isWhole ? 'integer' : 'number',
    ...(isAtLeastNothing && { minimum: 0 }),
  }
  const note =
    value.unit !== undefined && random.chance(0.3)
      ? `in ${value.unit === '%' ? 'percent' : value.unit}`
      : null
  return { node, truth: value.truth, note }
}

function askText(given: { value: Value; field: FormField; random: Random; style: SchemaStyle }): Asked {
  const { value, field, random, style } = given
  const node: JsonSchemaObject = { type: 'string' }
  if (value.format !== undefined && random.chance(0.6)) node.format = value.format
  const pattern = style.isPrecise && random.chance(0.3) ? patternOf(field.kind) : null
  if (pattern !== null) node.pattern = pattern
  return { node, truth: value.truth, note: null }
}

/** `code @@-####;#####` → `^(?:[A-Z]{2}-\\d{4}|\\d{5})$`. */
function patternOf(kind: string): string | null {
  if (!kind.startsWith('code ')) return null
  const forms = kind.slice('code '.length).split(';').map(toPattern)
  return forms.length === 1 ? `^${forms[0]}$` : `^(?:${forms.join('|')})$`
}

function toPattern(form: string): string {
  const literal = form.replace(/[.+?^${}()|[\]\\/]/g, '\\$&')
  return literal.replace(/#+|@+|\*+/g, (run) => {
    const letters = run.startsWith('#') ? '\\d' : run.startsWith('@') ? '[A-Z]' : '[A-Z0-9]'
    return run.length > 1 ? `${letters}{${run.length}}` : letters
  })
}
