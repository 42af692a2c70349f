import { toTextKey } from '../vocabulary/text-key'
import { labelsOf } from '../vocabulary/vocabulary'
import { type ItemColumn, itemColumns } from './item-columns'
import { fieldSpecs } from './trade-fields'

/** A field of trade papers, which the engine finds by what it was trained on. */
type KnownField = { key: string; concepts: string[] }

const knownFields: KnownField[] = [
  ...Object.entries(fieldSpecs).map(([key, { concepts }]) => ({ key, concepts })),
  { key: 'currency', concepts: ['currency'] },
  { key: 'address', concepts: ['address'] },
]

/** Words that name a known field in an invoice, but elsewhere anything (`from` and `to` of a ticket). */
const minLetters = 5

/** How pages name the known field that one of some names means, in every language; nothing for other names. */
export function knownLabels(names: string[]): { label: string; isWeak: boolean }[] {
  const { concepts = [] } = findKnownField(names) ?? {}
  return concepts.flatMap((concept, at) => labelsOf(concept).map((label) => ({ label, isWeak: at > 0 })))
}

/** The known field that one of some names means: by its own key or by one of its labels. */
export function findKnownField(names: string[]): KnownField | null {
  const keys = names.map(toTextKey).filter((key) => key !== '')
  const named = keys.find((key) => fieldByName.has(key))
  const labelled = keys.find((key) => key.length >= minLetters && fieldByLabel.has(key))
  return fieldByName.get(named ?? '') ?? fieldByLabel.get(labelled ?? '') ?? null
}

/** The first field of a name: an invoice's before a receipt's. */
function firstByKey(entries: [key: string, field: KnownField][]): Map<string, KnownField> {
  return new Map([...entries].reverse())
}

const fieldByName = firstByKey(knownFields.map((field) => [toTextKey(field.key), field]))
const fieldByLabel = firstByKey(
  knownFields.flatMap((field) =>
    field.concepts
      .slice(0, 1)
      .flatMap(labelsOf)
      .map((label): [string, KnownField] => [toTextKey(label), field]),
  ),
)

/** The column of line items that a name means. */
export function findKnownColumn(name: string): ItemColumn | null {
  return columnByLabel.get(toTextKey(name)) ?? null
}

const columnByLabel = new Map(
  [...itemColumns]
    .reverse()
    .flatMap((column) =>
      [column, ...labelsOf(`column_${column}`)].map((label) => [toTextKey(label), column] as const),
    ),
)
