import type { StepDefinition, StepField } from '../../fields/step-definition'
import { builtInSteps } from '../../steps/load-step'
import { toTextKey } from '../labels/text-key'
import { labelsOf } from '../labels/vocabulary'
import { type ItemColumn, itemColumns } from '../tables/item-columns'

/** A field of a built-in step, which has rules of its own. */
export type KnownField = StepField & { step: StepDefinition }

const knownFields: KnownField[] = builtInSteps.flatMap((step) =>
  step.fields.map((field) => ({ ...field, step })),
)

/** Words that name a known field in an invoice, but elsewhere anything (`from` and `to` of a ticket). */
const minLetters = 5

/** How pages name the known field that one of some names means, in every language; nothing for other names. */
export function knownLabels(names: string[]): { label: string; isWeak: boolean }[] {
  const field = findKnownField(names)
  if (!field) return []
  const { labels = [], weakLabels = [] } = field
  return [
    ...labels.flatMap(labelsOf).map((label) => ({ label, isWeak: false })),
    ...weakLabels.flatMap(labelsOf).map((label) => ({ label, isWeak: true })),
  ]
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
    (field.labels ?? []).flatMap(labelsOf).map((label): [string, KnownField] => [toTextKey(label), field]),
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
