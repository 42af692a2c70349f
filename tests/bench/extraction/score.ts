import { z } from 'zod'
import type { Expected, LabelledDocument, LabelledItem } from './labels'

export const scoredFields = [
  'supplier',
  'invoice_number',
  'date',
  'due_date',
  'total',
  'subtotal',
  'tax',
  'currency',
] as const
export type ScoredField = (typeof scoredFields)[number] | 'line_items'

export type Mark = {
  file: string
  field: ScoredField
  /** 1 for a match, 0 for none; line items give the share of right rows. */
  score: number
  wanted: unknown
  got: unknown
  source?: 'text' | 'picture'
  /** How sure the engine was of `got`, 0 to 1; null where nothing came back. */
  confidence: number | null
}

/** Compares what was read with the labels, field by field; fields without a label are left out. */
export function scoreDocument({
  document,
  data,
}: {
  document: LabelledDocument
  data: Record<string, unknown>
}): Mark[] {
  const { file, expected, kind } = document
  // A receipt's number has a name of its own in its step.
  const keyOf = (field: string) =>
    field === 'invoice_number' && kind === 'receipt' ? 'receipt_number' : field
  const marks: Mark[] = scoredFields
    .filter((field) => expected[field] !== undefined)
    .map((field) => {
      const wanted = acceptedValues({ expected, field })
      const score = wanted.some((value) => isSame({ a: value, b: data[keyOf(field)] })) ? 1 : 0
      return {
        file,
        field,
        score,
        wanted: wanted[0],
        got: data[keyOf(field)],
        confidence: confidenceOf({ data, field: keyOf(field) }),
      }
    })
  if (!expected.line_items) return marks
  const got = Array.isArray(data.line_items) ? data.line_items : []
  return [
    ...marks,
    {
      file,
      field: 'line_items',
      score: scoreItems({ wanted: expected.line_items, got }),
      wanted: expected.line_items.length,
      got: got.length,
      confidence: null,
    },
  ]
}

/** Fields labelled as not printed for which a value came back. */
export function findInventions({
  document,
  data,
}: {
  document: LabelledDocument
  data: Record<string, unknown>
}): string[] {
  return document.absent.filter((field) => data[field] !== undefined && data[field] !== null)
}

const evidenceSchema = z.object({ _evidence: z.record(z.string(), z.unknown()) })
const placeSchema = z.object({ confidence: z.number() })

function confidenceOf({ data, field }: { data: Record<string, unknown>; field: string }): number | null {
  const evidence = evidenceSchema.safeParse(data).data?._evidence[field]
  return placeSchema.safeParse(evidence).data?.confidence ?? null
}

function acceptedValues({ expected, field }: { expected: Expected; field: string }): unknown[] {
  const others = expected[`${field}_alt`]
  return [expected[field], ...(Array.isArray(others) ? others : [])]
}

/** Whether two values are the same after normalisation of letters, accents and marks. */
export function isSame({ a, b }: { a: unknown; b: unknown }): boolean {
  if (typeof a === 'number') return typeof b === 'number' && Math.abs(a - b) < 0.005
  if (typeof a === 'boolean') return a === b
  return typeof a === 'string' && typeof b === 'string' && normalise(a) === normalise(b)
}

function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Rows in order of the page; more rows than there are count against the share as well. */
function scoreItems({ wanted, got }: { wanted: LabelledItem[]; got: unknown[] }): number {
  const left = [...got]
  let right = 0
  for (const item of wanted) {
    const at = left.findIndex((row) => isSameItem({ item, row }))
    if (at < 0) continue
    left.splice(at, 1)
    right += 1
  }
  return right / Math.max(wanted.length, got.length, 1)
}

function isSameItem({ item, row }: { item: LabelledItem; row: unknown }): boolean {
  if (typeof row !== 'object' || row === null) return false
  const values: Record<string, unknown> = { ...row }
  const numbers = (['quantity', 'unit_price', 'amount'] as const).every(
    (key) => item[key] === undefined || isSame({ a: item[key], b: values[key] }),
  )
  return (
    numbers && (item.description === undefined || sharesWords({ a: item.description, b: values.description }))
  )
}

/** At least six in ten of the labelled words: labels leave out article codes and second lines. */
function sharesWords({ a, b }: { a: string; b: unknown }): boolean {
  if (typeof b !== 'string') return false
  const wordsOf = (text: string) =>
    new Set(
      text
        .split(/\s+/)
        .map(normalise)
        .filter((word) => word !== ''),
    )
  const [wanted, got] = [wordsOf(a), wordsOf(b)]
  const shared = [...wanted].filter((word) => got.has(word)).length
  return shared >= wanted.size * 0.6
}
