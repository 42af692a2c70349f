import { and, eq } from 'drizzle-orm'
import { POST } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { countToReview } from '@/lib/documents/attention/store'
import { noteInvoiceKeys } from '@/lib/documents/invoice-keys/store'
import { headlineColumnsOf } from '@/lib/documents/model/headline-columns'
import type { DocumentState } from '@/lib/documents/model/status'
import { saveSearchEntries } from '@/lib/documents/search/store'
import { attempts, documents } from '@/lib/documents/tables'
import { ledgerLines } from '@/lib/usage/tables'
import type { FixtureName } from '../../fixtures/fixture'
import { callJson, invoiceStep, sample, uploadForm } from './desk'

type Upload = { name?: FixtureName; as?: string; step?: string; metadata?: string }

/** Uploads a sample as the signed-in person; the id of the document. */
export async function uploadOne({
  name = 'invoice.pdf',
  as = String(name),
  step = invoiceStep,
  metadata = '',
}: Upload = {}) {
  const files = [{ name: as, bytes: await sample(name, { unique: true }) }]
  const { body } = await callJson(POST, {
    method: 'POST',
    body: uploadForm({ files, fields: { step, metadata } }),
  })
  return String(body.documents[0].id)
}

type Ending = {
  state: DocumentState
  result?: Record<string, unknown>
  validation?: Record<string, unknown>
  errorCode?: string
  pages?: number
  receivedAt?: Date
}

/** Puts a document where the upstream would have brought it: state, attempt, result and counted pages. */
export async function bringTo(
  id: string,
  { state, result, validation, errorCode, pages, receivedAt }: Ending,
): Promise<void> {
  const now = new Date()
  const finishedAt = ['done', 'failed', 'cancelled'].includes(state) ? now : null
  const attempt = { documentId: id, number: 1, state, sentAt: now, enqueuedAt: now, finishedAt }
  await db()
    .insert(attempts)
    .values({
      ...attempt,
      key: `key-${id}`,
      executionId: `c${id}`,
      result,
      validation,
      errorCode,
      ...headlineColumnsOf(result ?? {}),
    })
    .onConflictDoUpdate({ target: [attempts.documentId, attempts.number], set: { state } })
  await db().transaction((tx) => countToReview({ tx, documentId: id, number: 1 }))
  const row = await findRow(id)
  if (row && result) await saveSearchEntries([{ ...row, result }])
  const set = { state, reason: null, attempt: 1, finishedAt, nextTryAt: finishedAt ? null : now }
  await db()
    .update(documents)
    .set({ ...set, ...(receivedAt ? { receivedAt } : {}) })
    .where(eq(documents.id, id))
  if (state === 'done') await db().transaction((tx) => noteInvoiceKeys({ tx, documentId: id }))
  if (pages === undefined) return
  const line = { documentName: 'x', userId: 'x', stepId: 'x', counted: true, why: 'done', occurredAt: now }
  await db()
    .insert(ledgerLines)
    .values({ ...line, id: `line-${id}`, documentId: id, attempt: 1, pages })
}

export async function findRow(id: string) {
  const [row] = await db()
    .select()
    .from(documents)
    .where(and(eq(documents.id, id)))
  return row
}
