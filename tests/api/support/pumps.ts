import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { and, eq } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { trackDue } from '@/lib/documents/lifecycle/track'
import { attempts, documents } from '@/lib/documents/tables'
import { expirePauses } from '@/lib/docutray/pause-store'
import { incomingFolder } from '@/lib/files/receive/incoming'
import { fileStore } from '@/lib/files/stores'
import { wakeWorker } from '@/lib/jobs/wake'
import type { SignedInUser } from '@/lib/people/roles'
import { ledgerLines } from '@/lib/usage/tables'
import { invoiceStep, signedInId } from './desk'

type DocumentRow = typeof documents.$inferInsert

/** A document of the signed-in person's as intake leaves it: its file stored, its row waiting, a look asked for. */
export async function addDocument({
  owner,
  ...values
}: { owner?: SignedInUser } & Partial<DocumentRow> = {}) {
  const id = `doc_${randomUUID()}`
  const content = Buffer.from(`the bytes of ${id}`)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const fileKey = `originals/${id}`
  const from = path.join(incomingFolder(), id)
  await mkdir(incomingFolder(), { recursive: true })
  await writeFile(from, content)
  await fileStore().put({ from, key: fileKey, sha256 })
  const row: DocumentRow = {
    id,
    name: 'una factura ñ "1".pdf',
    bytes: content.length,
    sha256,
    contentType: 'application/pdf',
    pages: 3,
    stepId: invoiceStep,
    stepName: 'Invoice Processing',
    metadata: { poster: 'ñandú' },
    uploadedBy: owner?.id ?? signedInId(),
    fileKey,
    state: 'waiting',
    reason: 'queue',
    confirmedAt: new Date(),
    confirmedBy: 'desk',
    nextTryAt: new Date(),
    ...values,
  }
  await db().transaction(async (tx) => {
    await tx.insert(documents).values(row)
    await wakeWorker('submit', tx)
  })
  return id
}

export async function readDocument(id: string) {
  const [row] = await db()
    .select()
    .from(documents)
    .leftJoin(attempts, and(eq(attempts.documentId, documents.id), eq(attempts.number, documents.attempt)))
    .where(eq(documents.id, id))
  if (!row) throw new Error(`no document ${id}`)
  const lines = await db().select().from(ledgerLines).where(eq(ledgerLines.documentId, id))
  return { ...row.documents, current: row.attempts, lines }
}

/** One look of the submit pump, as if every pause and back-off had passed. */
export async function submitNow(): Promise<void> {
  await makeDue()
  await submitDue()
}

/** One look of the track pump, as if every pause and interval had passed. */
export async function trackNow(): Promise<void> {
  await makeDue()
  await trackDue()
}

/** Lets the time for pauses, leases and back-offs pass. */
export async function makeDue(): Promise<void> {
  await expirePauses(['calls', 'submissions', 'polls'])
  for (const state of ['waiting', 'enqueued', 'processing', 'sending'] as const) {
    await db().update(documents).set({ nextTryAt: new Date() }).where(eq(documents.state, state))
  }
}
