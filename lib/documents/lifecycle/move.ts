import 'server-only'
import { and, inArray, type SQL } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { notifyDocuments } from '@/lib/db/notify'
import type { ConvertedFile } from '../model/files/sent-file'
import { canMove, type DocumentState } from '../model/status'
import { attempts, documents, isAttempt, nextVersion } from '../tables'

// The owner of a document's life: nothing else writes rows of documents (tests/architecture).

type Row = typeof documents.$inferInsert

/** What a document's life consists of. Without `state` it stays where it is. */
type Life = Partial<
  Pick<
    Row,
    | 'attempt'
    | 'confirmedBy'
    | 'failedTries'
    | 'fileKey'
    | 'finishedAt'
    | 'reason'
    | 'removedAt'
    | 'stepId'
    | 'stepName'
  >
> & { state?: DocumentState; nextTryAt?: Date | SQL | null }

type Move = {
  /** In a transaction of its own without. */
  tx?: Transaction
  where: SQL | undefined
  /** A document in another state is left as it is: something overtook the move. */
  from: readonly DocumentState[]
  to: Life
  /** What the current attempt learns, which goes to the same state. */
  attempt?: { [Column in keyof typeof attempts.$inferInsert]?: (typeof attempts.$inferInsert)[Column] | SQL }
}

const unscheduled = { nextTryAt: null, failedTries: 0, pollRequested: false }

/** What a state brings with it, unless the move says otherwise. */
const implied: Record<DocumentState, Life & { pollRequested?: boolean }> = {
  waiting: { finishedAt: null, pollRequested: false },
  sending: { reason: null },
  uncertain: { reason: null, ...unscheduled },
  enqueued: { reason: null, failedTries: 0 },
  processing: { reason: null, failedTries: 0 },
  done: { reason: null, ...unscheduled },
  failed: { reason: null, ...unscheduled },
  cancelled: { reason: null },
}

/**
 * Changes documents where they are in one of the states `from`, and tells every open desk; answers with those that
 * changed. Throws an Error for a way that the table of states does not know.
 */
export async function move({ tx, ...change }: Move): Promise<Moved[]> {
  return tx ? moveWithin(tx, change) : db().transaction((own) => moveWithin(own, change))
}

type Moved = { id: string; attempt: number }

async function moveWithin(tx: Transaction, { where, from, to, attempt }: Omit<Move, 'tx'>): Promise<Moved[]> {
  if (to.state) requireWay({ from, to: to.state })
  const moved = await tx
    .update(documents)
    .set({
      ...(to.state ? implied[to.state] : {}),
      ...to,
      ...(to.confirmedBy ? { confirmedAt: new Date() } : {}),
      version: nextVersion,
    })
    .where(and(where, inArray(documents.state, [...from])))
    .returning({ id: documents.id, attempt: documents.attempt })
  if (attempt) {
    const values = { ...(to.state ? { state: to.state } : {}), ...attempt }
    for (const { id, attempt: number } of moved) {
      await tx
        .update(attempts)
        .set(values)
        .where(isAttempt({ documentId: id, number }))
    }
  }
  await notifyDocuments(
    tx,
    moved.map(({ id }) => id),
  )
  return moved
}

function requireWay({ from, to }: { from: readonly DocumentState[]; to: DocumentState }): void {
  const without = from.find((state) => !canMove({ from: state, to }))
  if (without) throw new Error(`no document goes from ${without} to ${to}`)
}

type Schedule = {
  tx?: Transaction
  where?: SQL | undefined
  /** Of a waiting document every card shows when it is tried next, so that is a move. */
  states: readonly Exclude<DocumentState, 'waiting'>[]
  nextTryAt: Date | SQL
  failedTries?: number
  pollRequested?: boolean
}

/** Says when documents are looked at next, which nobody is shown and nobody is told. */
export async function reschedule({ tx, where, states, ...schedule }: Schedule): Promise<void> {
  await (tx ?? db())
    .update(documents)
    .set(schedule)
    .where(and(where, inArray(documents.state, [...states])))
}

export type NewDocument = Pick<
  Row,
  'id' | 'name' | 'bytes' | 'sha256' | 'contentType' | 'pages' | 'stepId' | 'stepName' | 'uploadedBy'
> & {
  metadata: Record<string, unknown> | null
  fileKey: string
  tokenId: string | null
  converted: ConvertedFile | null
}

type Reception = { tx: Transaction; document: NewDocument }

/** Where every document begins. Null where one of this id is there already (an upload finished twice). */
export async function receive({ tx, document }: Reception): Promise<{ receivedAt: Date } | null> {
  const now = new Date()
  const waiting = { state: 'waiting', reason: 'queue', nextTryAt: now } as const
  const confirmed = { confirmedAt: now, confirmedBy: 'desk' } as const
  const [received] = await tx
    .insert(documents)
    .values({ ...document, ...waiting, ...confirmed, receivedAt: now })
    .onConflictDoNothing()
    .returning({ receivedAt: documents.receivedAt })
  await notifyDocuments(tx, [document.id])
  return received ?? null
}
