import type { ItemColumn } from './item-columns'
import type { JsonSchema } from './json-schema'

/** What a value looks like on paper, concluded from type, format and the words of its schema. */
export type ValueKind =
  | 'text'
  | 'name'
  | 'address'
  | 'code'
  | 'title'
  | 'date'
  | 'date-time'
  | 'time'
  | 'email'
  | 'uri'
  | 'phone'
  | 'iban'
  | 'number'
  | 'integer'
  | 'percentage'
  | 'boolean'
  | 'choice'

/** A way in which a page may name a field: words in canonical form. */
export type Phrase = { tokens: string[]; key: string; weight: number }

/** One single value that a schema asks for. */
export type ValueField = {
  /** Names of properties from the root, or from the item of the list it is a column of. */
  path: string[]
  kind: ValueKind
  phrases: Phrase[]
  description: string
  /** The description in canonical words. */
  about: Set<string>
  /** The values that an `enum` allows. */
  choices: (string | number)[]
  pattern: RegExp | null
  /** Forms of the examples that the schema gives, most telling first. */
  shapes: RegExp[]
  /** How a date is to be written: `YYYY-MM-DD` unless the description says otherwise. */
  dateForm: string
  /** The column of priced lines that this one means, when it stands among others of the kind. */
  concept?: ItemColumn
  schema: JsonSchema
}

/** A list: of objects, which is a table with a column for each of their values, or of single values. */
export type ListField = {
  path: string[]
  phrases: Phrase[]
  columns: ValueField[]
  /** Whether the items are single values; the only column then is the item. */
  isPlain: boolean
  schema: JsonSchema
}

export type SchemaFields = { values: ValueField[]; lists: ListField[] }
