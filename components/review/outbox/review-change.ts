import { z } from 'zod'
import { allItems } from '@/lib/documents/findings/all-items'
import { stillConfirmed } from '@/lib/documents/model/confirmations'
import { type Correction, placeSchema, readScalar, scalarSchema } from '@/lib/documents/model/corrections'
import { readingOf } from '@/lib/documents/model/learnt'
import { changeRowSchema, type DocumentDetail } from '@/lib/documents/model/schema'
import { changeRowIn } from '@/lib/documents/review/apply-row-change'

const made = { key: z.string(), documentId: z.string(), at: z.iso.datetime() }

/** What a reviewer did, as it waits in the browser to be sent. */
export const reviewChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correct'),
    ...made,
    path: z.string(),
    value: scalarSchema,
    was: scalarSchema,
    place: placeSchema.optional(),
  }),
  z.object({
    kind: z.literal('confirm'),
    ...made,
    item: z.string(),
    was: scalarSchema.optional(),
    /** False takes it back. */
    confirmed: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('row'), ...made, ...changeRowSchema.shape }),
  z.object({ kind: z.literal('check'), ...made, checked: z.boolean() }),
])
export type ReviewChange = z.infer<typeof reviewChangeSchema>

type Person = { id: string; name: string }
type Pending = { document: DocumentDetail; changes: readonly ReviewChange[]; by: Person }

/** The document as it will be once all that waits has been sent. */
export function withPending({ document, changes, by }: Pending): DocumentDetail {
  return changes
    .filter(({ documentId }) => documentId === document.id)
    .reduce((before, change) => apply({ document: before, change, by }), document)
}

type Applied = { document: DocumentDetail; change: ReviewChange; by: Person }

function apply({ document, change, by }: Applied): DocumentDetail {
  if (change.kind === 'check') {
    const { checked, at } = change
    return { ...document, checkedAt: checked ? at : null, checkedBy: checked ? by.name : null }
  }
  const word = { by, at: change.at }
  if (change.kind === 'confirm') {
    const { [change.item]: _before, ...others } = document.confirmations
    const confirmations = change.confirmed === false ? others : { ...others, [change.item]: word }
    return { ...document, confirmations }
  }
  const { result, learnt, corrections } = document
  if (!result) return document
  const reading = readingOf({ result, learnt })
  if (change.kind === 'row') {
    const changed = changedRow({ result: reading, corrections, change, by })
    if (!changed) return document
    const reviewItems = allItems({ items: document.reviewItems, result: reading, corrections: changed })
    return { ...document, corrections: changed, reviewItems, checkedAt: null, checkedBy: null }
  }
  const read = readScalar({ result: reading, corrections, path: change.path }) ?? null
  const { [change.path]: _before, ...others } = corrections
  const correction: Correction = {
    value: change.value,
    read,
    ...word,
    ...(change.place && { place: change.place }),
  }
  const corrected = change.value === read ? others : { ...others, [change.path]: correction }
  return {
    ...document,
    corrections: corrected,
    reviewItems: allItems({ items: document.reviewItems, result: reading, corrections: corrected }),
    confirmations: stillConfirmed({ ...document, changed: [change.path] }),
    checkedAt: null,
    checkedBy: null,
  }
}

type RowChanged = Pick<DocumentDetail, 'corrections'> & {
  result: Record<string, unknown>
  change: Extract<ReviewChange, { kind: 'row' }>
  by: Person
}

/** Null where nothing changes; what the server would refuse does not either: it will be told. */
function changedRow({ result, corrections, change, by }: RowChanged): DocumentDetail['corrections'] | null {
  try {
    const after = changeRowIn({ ...change, result, corrections, by })
    return after === corrections ? null : after
  } catch {
    return null
  }
}
