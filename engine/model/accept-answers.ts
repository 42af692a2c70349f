import type { Found } from '../extract/layout/found'
import { toEvidence } from '../extract/paper/evidence'
import { isObject, putAt } from '../extract/schema/paths'
import type { ListField, SchemaFields } from '../extract/schema/schema-field'
import { valueAt } from '../pipeline/llm-request'
import { acceptAnswer, type Page } from './accept-answer'
import type { Located } from './locate-text'

export type Accepted = { path: string[]; value: unknown; evidence: unknown }

/** Of all that a model answered, what is printed on the page: with where it stands there, and marked as the model's. */
export function acceptAnswers({
  answers,
  fields,
  openFields,
  ...page
}: Page & { answers: unknown; fields: SchemaFields; openFields: string[][] }): Accepted[] {
  const isOpen = (path: string[]) => openFields.some((one) => one.join('\n') === path.join('\n'))
  const values = fields.values.flatMap((field): Accepted[] => {
    const answer = isOpen(field.path) ? valueAt({ tree: answers, path: field.path }) : null
    const found = acceptAnswer({ answer, field, beside: null, ...page })
    return found ? [{ path: field.path, value: found.value, evidence: proofOf(found) }] : []
  })
  const lists = fields.lists.flatMap((list): Accepted[] => {
    const answer = isOpen(list.path) ? valueAt({ tree: answers, path: list.path }) : null
    const rows = Array.isArray(answer) ? answer.flatMap((row) => acceptRow({ row, list, page })) : []
    if (rows.length === 0) return []
    return [
      { path: list.path, value: rows.map((row) => row.value), evidence: rows.map((row) => row.evidence) },
    ]
  })
  return [...values, ...lists]
}

/** A row whose text is not printed is made up, whatever its figures; of the others, only cells that are printed count. */
function acceptRow({
  row,
  list,
  page,
}: {
  row: unknown
  list: ListField
  page: Page
}): { value: unknown; evidence: unknown }[] {
  const entry: Record<string, unknown> = {}
  const evidence: Record<string, unknown> = {}
  let beside: Located | null = null
  for (const column of list.columns) {
    const answer = list.isPlain ? row : isObject(row) ? valueAt({ tree: row, path: column.path }) : null
    if (answer === null || answer === undefined) continue
    const found = acceptAnswer({ answer, field: column, beside, ...page })
    if (!found && beside === null) return []
    if (!found) continue
    const { text, box } = found
    beside ??= found.page && { page: found.page, words: [{ text, box, confidence: 1, origin: 'text' }] }
    if (list.isPlain) return [{ value: found.value, evidence: proofOf(found) }]
    putAt({ target: entry, path: column.path, value: found.value })
    putAt({ target: evidence, path: column.path, value: proofOf(found) })
  }
  return beside === null ? [] : [{ value: entry, evidence }]
}

function proofOf(found: Found<unknown>): unknown {
  const evidence = toEvidence(found)
  return evidence && { ...evidence, source: 'model' }
}
