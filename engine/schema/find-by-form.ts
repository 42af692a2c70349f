import type { ReadingContext } from '../extract/context'
import { toFound } from '../extract/found'
import type { Layout } from '../extract/layout/layout'
import type { ValueCandidate } from './find-values'
import { readKind } from '../extract/values/read-kind'
import type { ValueField, ValueKind } from '../extract/schema/schema-field'

/** Kinds that no other value looks like. */
const tellingKinds: ValueKind[] = ['email', 'iban', 'choice']
const formScore = 0.5
/** Without its label, an allowed value must be more than a common short word. */
const minChoiceLetters = 4

/**
 * Values that are known by their form alone, for fields without a label on the page: the only mail address, the only
 * text of the schema's own pattern, the only allowed value printed.
 */
export function findByForm({
  fields,
  layout,
  context,
}: {
  fields: ValueField[]
  layout: Layout
  context: ReadingContext
}): ValueCandidate[] {
  return fields
    .filter((field) => isTelling({ field, fields }))
    .flatMap((field) => {
      const candidates = layout.lines.flatMap((line) =>
        line.segments.flatMap((segment) => {
          const read = readKind({ field, words: segment.words, context })
          if (!read || (read.quality < 1 && field.kind === 'choice')) return []
          const found = toFound({ read, pageIndex: segment.pageIndex, score: formScore })
          return [{ field, found, words: read.words, score: formScore }]
        }),
      )
      const values = new Set(candidates.map(({ found }) => found.value))
      return values.size === 1 ? candidates.slice(0, 1) : []
    })
}

/** Of two fields with the same form, neither can be told without a label. */
function isTelling({ field, fields }: { field: ValueField; fields: ValueField[] }): boolean {
  if (field.kind === 'choice') {
    return field.choices.every((choice) => typeof choice === 'string' && choice.length >= minChoiceLetters)
  }
  if (field.pattern) return /\\d|\[0-9\]/.test(field.pattern.source) && field.pattern.source.length > 8
  return tellingKinds.includes(field.kind) && fields.filter((other) => other.kind === field.kind).length === 1
}
