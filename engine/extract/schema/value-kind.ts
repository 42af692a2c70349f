import { toTokens } from '../vocabulary/tokens'
import type { JsonSchema } from './json-schema'
import type { ValueKind } from './schema-field'

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
    const isShare = has('percent', 'percentage') || /\bpercent(?:age)?\b|%/i.test(description)
    return isShare ? 'percentage' : type
  }
  const known = format === undefined ? undefined : kindOfFormat[format]
  if (known) return known
  if (has('iban')) return 'iban'
  if (has('email')) return 'email'
  if (has('website')) return 'uri'
  if (has('phone', 'fax')) return 'phone'
  return concludeByHead({ heads: headsOf({ name, title: schema.title }), description })
}

const dateForm = /\b[YMD]{2,4}[-/.][YMD]{2,4}[-/.][YMD]{2,4}\b/
const timeForm = /\bHH:MM\b/i
const people = ['customer', 'supplier', 'employee', 'employer', 'passenger', 'patient', 'doctor']
const names = ['name', 'surname', 'firstname', 'fullname', ...people]

/** By the noun that a name ends with, or that a title begins or ends with; then by how the description begins. */
function concludeByHead({ heads, description }: { heads: string[]; description: string }): ValueKind {
  const is = (...words: string[]) => words.some((word) => heads.includes(word))
  const beginning = description.split(/[.(,]/)[0] ?? ''
  if (is('date', 'birthdate') || dateForm.test(description)) return 'date'
  if (is('time') || timeForm.test(description)) return 'time'
  if (is('address')) return 'address'
  if (is('number', 'code', 'id', 'reference') || /\bcode\b|\bnumber\b/i.test(beginning)) return 'code'
  if (is(...names) || /^\W{0,9}(?:the\s+)?(?:[\w/ ]{1,99}\s)?name\b/i.test(description)) return 'name'
  return is('title') || (is('type') && /\btitle\b/i.test(description)) ? 'title' : 'text'
}

function headsOf({ name, title = '' }: { name: string; title: string | undefined }): string[] {
  const ofTitle = toTokens(title)
  return [toTokens(name).at(-1), ofTitle[0], ofTitle.at(-1)].filter((token) => token !== undefined)
}
