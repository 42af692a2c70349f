import type { JsonSchema } from './json-schema'
import type { ValueKind } from './schema-field'
import { toTokens } from './tokens'

const kindOfFormat: { [format: string]: ValueKind } = {
  date: 'date',
  'date-time': 'date-time',
  time: 'time',
  email: 'email',
  'idn-email': 'email',
  uri: 'uri',
  url: 'uri',
  'uri-reference': 'uri',
  hostname: 'uri',
}

/** What a value looks like on paper: by its type and format first, then by the words of its name and description. */
export function concludeKind({ name, schema }: { name: string; schema: JsonSchema }): ValueKind {
  const { type, format, description = '' } = schema
  if (schema.enum && schema.enum.length > 0) return 'choice'
  if (type === 'boolean') return 'boolean'
  const tokens = toTokens(`${name} ${schema.title ?? ''}`)
  const has = (...words: string[]) => words.some((word) => tokens.includes(word))
  if (type === 'number' || type === 'integer') {
    if (has('percent', 'percentage') || /\bpercent(?:age)?\b|%/i.test(description)) return 'percentage'
    return type
  }
  const known = format === undefined ? undefined : kindOfFormat[format]
  if (known) return known
  if (/\biban\b/i.test(name)) return 'iban'
  if (has('email')) return 'email'
  if (has('website')) return 'uri'
  if (has('date', 'birthdate') || /\b[YMD]{2,4}[-/.][YMD]{2,4}[-/.][YMD]{2,4}\b/.test(description))
    return 'date'
  if (has('phone', 'fax')) return 'phone'
  if (has('address')) return 'address'
  if (
    has('number', 'code', 'id', 'reference') ||
    /\bcode\b|\bnumber\b/i.test(description.split(/[.(,]/)[0] ?? '')
  )
    return 'code'
  if (isNamed({ tokens, description })) return 'name'
  return has('title') || (has('type') && /\btitle\b/i.test(description)) ? 'title' : 'text'
}

function isNamed({ tokens, description }: { tokens: string[]; description: string }): boolean {
  const who = [
    'name',
    'surname',
    'firstname',
    'fullname',
    'customer',
    'supplier',
    'employee',
    'employer',
    'passenger',
    'patient',
    'doctor',
  ]
  return who.some((word) => tokens.includes(word)) || /^\W*(?:the\s+)?(?:[\w/ ]+\s)?name\b/i.test(description)
}
