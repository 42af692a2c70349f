/** What an office asks for: one field with the ways in which pages print it and schemas name it. */
export type FormField = {
  key: string
  /** What its values look like, as `money 10-900` or `code @@-####;######`. */
  kind: string
  labels: string[]
  /** Other words for the same, that schemas and their descriptions use. */
  synonyms: string[]
  descriptions: string[]
}

export type FieldGroup = { [key: string]: FormField }

/** A line of the vocabulary: `kind / label|label / synonym|synonym / description|description`. */
export function readField(key: string, line: string): FormField {
  const [kind = '', labels = '', synonyms = '', descriptions = ''] = line.split(' / ')
  const own = listOf(labels)
  return {
    key,
    kind: kind.trim(),
    labels: own.length > 0 ? own : [headline(key)],
    synonyms: listOf(synonyms),
    descriptions: listOf(descriptions),
  }
}

export function readGroup(lines: { [key: string]: string }): FieldGroup {
  return Object.fromEntries(Object.entries(lines).map(([key, line]) => [key, readField(key, line)]))
}

export function listOf(text: string): string[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** `date_of_birth` → `Date of birth`. */
export function headline(key: string): string {
  const text = key.replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** All ways to say the field, made alike: fields that share one cannot be told apart on one page. */
export function sayingsOf(field: FormField): Set<string> {
  const known = sayings.get(field) ?? new Set([field.key, ...field.labels, ...field.synonyms].map(toSaying))
  sayings.set(field, known)
  return known
}

const sayings = new WeakMap<FormField, Set<string>>()

export function toSaying(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_\-./()#:]+/g, ' ')
    .replace(/\b(no|nr|num|nos)\b/g, 'number')
    .split(/\s+/)
    .filter((word) => word !== '' && !['of', 'the', 'a', 'and', 'for', 'in'].includes(word))
    .sort()
    .join(' ')
}
