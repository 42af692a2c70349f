import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { askToLearn } from '@/lib/lessons/due-store'
import { steps } from '@/lib/steps/tables'
import { countToReview } from '../attention/store'
import { allItems } from '../findings/all-items'
import { changesOfCheck, changesOfConfirmations, changesOfCorrections } from '../history/changes'
import { recordEvents } from '../history/store'
import { noteInvoiceKeys } from '../invoice-keys/store'
import { move } from '../lifecycle/move'
import { type Confirmations, stillConfirmed } from '../model/confirmations'
import { applyCorrections, type Corrections, placeCorrections } from '../model/corrections'
import { headlineColumnsOf } from '../model/headline-columns'
import { readingOf } from '../model/learnt'
import type { ReviewItem } from '../model/review-item'
import { saveSearchEntries } from '../search/store'
import { attempts, documents, isAttempt, isCurrentAttempt } from '../tables'

type Result = Record<string, unknown>

type Person = { id: string; name: string }

type CorrectionsChange = {
  id: string
  by: Person
  change: (before: { result: Result; corrections: Corrections; schema: Result | null }) => Corrections
}

/**
 * Replaces the corrections of the current result by what `change` makes of them, one person after the other, and notes
 * in the history what became of each value; an earlier check of the values no longer stands. What `change` hands back as it came changes nothing. False when the document has
 * no result (any more).
 */
export async function changeCorrections({ id, by, change }: CorrectionsChange): Promise<boolean> {
  return db().transaction(async (tx) => {
    const row = await lockResult({ tx, id })
    if (!row) return false
    const { result, ...found } = row
    const ref = { documentId: id, number: row.attempt }
    const before = row.corrections ?? {}
    const corrections = change({ result, corrections: before, schema: row.schema })
    if (corrections === before) return true
    const corrected = applyCorrections({ result, corrections })
    // Whoever checked the values did not see this one.
    const unchecked = { checkedAt: null, checkedBy: null }
    const confirmations =
      row.confirmations &&
      stillConfirmed({
        confirmations: row.confirmations,
        reviewItems: allItems({ items: row.reviewItems ?? [], result, corrections: before }),
        changed: changedPaths({ before, after: corrections }),
      })
    await tx
      .update(attempts)
      .set({ corrections, confirmations, ...headlineColumnsOf(corrected), ...unchecked })
      .where(isAttempt(ref))
    await recordEvents({
      tx,
      ...eventOf({ row, by }),
      changes: [
        ...changesOfCorrections({ result, before, after: corrections }),
        ...changesOfCheck({ before: row.checkedBy, after: null }),
      ],
    })
    await noteInvoiceKeys({ tx, documentId: id })
    await countToReview({ tx, ...ref })
    await askToLearn({ tx, documentId: id, isUnfinished: true })
    await saveSearchEntries([{ ...found, result: corrected }], tx)
    await notifyChange({ tx, id })
    return true
  })
}

type Both = { before: Corrections; after: Corrections }

function changedPaths({ before, after }: Both): string[] {
  return [...Object.keys(before), ...Object.keys(after)].filter((path) => before[path] !== after[path])
}

type ConfirmationsChange = {
  id: string
  by: Person
  change: (before: {
    result: Result
    corrections: Corrections
    confirmations: Confirmations
    items: ReviewItem[]
  }) => Confirmations
}

/** Replaces what people confirmed of the current result by what `change` makes of it. False when there is no result (any more). */
export async function changeConfirmations({ id, by, change }: ConfirmationsChange): Promise<boolean> {
  return db().transaction(async (tx) => {
    const row = await lockResult({ tx, id })
    if (!row) return false
    const ref = { documentId: id, number: row.attempt }
    const before = row.confirmations ?? {}
    const corrections = row.corrections ?? {}
    const found = row.reviewItems ?? (await countToReview({ tx, ...ref }))
    const items = allItems({ items: found, result: row.result, corrections })
    const confirmations = change({ result: row.result, corrections, confirmations: before, items })
    await tx.update(attempts).set({ confirmations }).where(isAttempt(ref))
    const result = placeCorrections({ result: row.result, corrections })
    const changes = changesOfConfirmations({ before, after: confirmations, items, result })
    await recordEvents({ tx, ...eventOf({ row, by }), changes })
    await noteInvoiceKeys({ tx, documentId: id })
    await countToReview({ tx, ...ref })
    await notifyChange({ tx, id })
    return true
  })
}

type CheckMark = { id: string; by: Person; checked: boolean }

/** Notes that a person found the result in order, or took that back. False when there is no result (any more). */
export async function saveChecked({ id, by, checked }: CheckMark): Promise<boolean> {
  return db().transaction(async (tx) => {
    const row = await lockResult({ tx, id })
    if (!row) return false
    const ref = { documentId: id, number: row.attempt }
    const [checkedAt, checkedBy] = checked ? [new Date(), by.id] : [null, null]
    await tx.update(attempts).set({ checkedAt, checkedBy }).where(isAttempt(ref))
    const changes = changesOfCheck({ before: row.checkedBy, after: checkedBy })
    await recordEvents({ tx, ...eventOf({ row, by }), changes })
    await noteInvoiceKeys({ tx, documentId: id })
    await askToLearn({ tx, documentId: id })
    await countToReview({ tx, ...ref })
    await notifyChange({ tx, id })
    return true
  })
}

type Eventful = { row: { id: string; attempt: number }; by: Person }

const eventOf = ({ row, by }: Eventful) => ({ documentId: row.id, attempt: row.attempt, by })

/** The current result as the desk takes it to be read; null where there is none. */
async function lockResult({ tx, id }: { tx: Transaction; id: string }) {
  const [row] = await tx
    .select({
      id: documents.id,
      receivedAt: documents.receivedAt,
      name: documents.name,
      metadata: documents.metadata,
      attempt: documents.attempt,
      answered: attempts.result,
      learnt: attempts.learnt,
      corrections: attempts.corrections,
      confirmations: attempts.confirmations,
      reviewItems: attempts.reviewItems,
      checkedBy: attempts.checkedBy,
      schema: steps.schema,
    })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .leftJoin(steps, eq(steps.id, documents.stepId))
    .where(and(eq(documents.id, id), eq(documents.state, 'done'), isNull(documents.removedAt)))
    .for('update', { of: documents })
  if (!row?.answered) return null
  const { answered, learnt, ...rest } = row
  return { ...rest, result: readingOf({ result: answered, learnt }) }
}

/** Its life goes on as it was; what is shown of it is another. */
const notifyChange = ({ tx, id }: { tx: Transaction; id: string }) =>
  move({ tx, where: eq(documents.id, id), from: ['done'], to: {} })
