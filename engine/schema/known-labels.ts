import type { StepDefinition, StepField } from '../fields/step-definition'
import { type ItemColumn, itemColumns } from '../fields/table-header'
import { toTextKey } from '../fields/text-key'
import { labelsOf } from '../fields/vocabulary'
import { builtInSteps } from '../steps/load-step'

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
  const telling = keys.filter((key) => key.length >= minLetters)
  const hasLabel = ({ labels = [] }: StepField) =>
    labels.flatMap(labelsOf).some((label) => telling.includes(toTextKey(label)))
  return knownFields.find(({ key }) => keys.includes(toTextKey(key))) ?? knownFields.find(hasLabel) ?? null
}

/** The column of line items that a name means. */
export function findKnownColumn(name: string): ItemColumn | null {
  const key = toTextKey(name)
  const isNamed = (column: ItemColumn) =>
    [column, ...labelsOf(`column_${column}`)].some((label) => toTextKey(label) === key)
  return itemColumns.find(isNamed) ?? null
}
