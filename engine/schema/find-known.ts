import { type ExtractedFields, extractFields } from '../fields/extract-fields'
import type { Found } from '../extract/found'
import { toTextKey } from '../extract/labels/text-key'
import type { Reading } from '../readers/reading'
import { builtInSteps, findStep } from '../steps/load-step'
import { findKnownColumn, findKnownField } from '../extract/schema/known-labels'
import type { ListRow } from './list-rows'
import type { SchemaValue } from '../extract/values/read-kind'
import type { ListField, SchemaFields, ValueField } from '../extract/schema/schema-field'

/** So many fields of an invoice or receipt make a schema one for such papers. */
const minKnown = 3

export type KnownFindings = {
  /** Every field that was asked for; null where these rules are sure that nothing is there. */
  values: Map<ValueField, Found<SchemaValue> | null>
  lists: Map<ListField, ListRow[]>
}

/**
 * What the rules of the built-in steps find for those fields of a schema that mean the same. Without a `pipeline`
 * they are asked only when the schema is plainly one of invoices or receipts: elsewhere a supplier or total may be
 * anything.
 */
export function findKnown({
  fields,
  reading,
  pipeline,
}: {
  fields: SchemaFields
  reading: Reading
  pipeline: string | null
}): KnownFindings {
  const matches = fields.values
    .filter(({ path }) => path.length === 1)
    .flatMap((field) => {
      const known = findKnownField([field.path[0] ?? '', field.schema.title ?? ''])
      return known ? [{ field, key: known.key, step: known.step }] : []
    })
  const step = pipeline ? findStep(pipeline) : mostNamed(matches.map((match) => match.step.documentType))
  const values: KnownFindings['values'] = new Map()
  if (!step || step.fields.length === 0 || (!pipeline && matches.length < minKnown))
    return { values, lists: new Map() }
  const extracted = extractFields({ reading, step })
  for (const { field, key } of matches) {
    const found = extracted.values[key]
    const value = found && toKind({ value: found.value, field })
    const isOfStep = step.fields.some((one) => one.key === key)
    if (found && value !== null && value !== undefined) values.set(field, { ...found, value })
    else if (isOfStep) values.set(field, null)
  }
  return { values, lists: itemsOf({ lists: fields.lists, extracted }) }
}

function mostNamed(types: string[]): ReturnType<typeof findStep> {
  const counts = builtInSteps.map((step) => ({
    step,
    count: types.filter((type) => type === step.documentType).length,
  }))
  return counts.sort((a, b) => b.count - a.count)[0]?.step ?? null
}

/** The value in the type that the schema wants; null when it cannot be that. */
function toKind({ value, field }: { value: string | number; field: ValueField }): SchemaValue | null {
  if (field.kind === 'choice')
    return field.choices.find((choice) => toTextKey(String(choice)) === toTextKey(String(value))) ?? null
  const { type } = field.schema
  if (type === 'number') return typeof value === 'number' ? value : null
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value) ? value : null
  if (typeof value === 'string' && field.kind === 'date') {
    const [year = '', month = '', day = ''] = value.split('-')
    return field.dateForm.replace('YYYY', year).replace('MM', month).replace('DD', day)
  }
  return type === 'string' || type === undefined ? String(value) : null
}

function itemsOf({
  lists,
  extracted,
}: {
  lists: ListField[]
  extracted: ExtractedFields
}): KnownFindings['lists'] {
  const found: KnownFindings['lists'] = new Map()
  for (const list of lists) {
    const columns = list.columns.flatMap((field) => {
      const column = findKnownColumn(field.path.at(-1) ?? '')
      return column ? [{ field, column }] : []
    })
    const names = new Set(columns.map(({ column }) => column))
    if (names.size < 2 || !(names.has('amount') || names.has('unit_price'))) continue
    const rows = extracted.lineItems.map((item): ListRow => {
      const cells = columns.flatMap(({ field, column }) => {
        const cell = item[column]
        return cell ? [[field, cell] as const] : []
      })
      return new Map<ValueField, Found<SchemaValue>>(cells)
    })
    if (rows.length > 0) found.set(list, rows)
  }
  return found
}
