import 'server-only'
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, min, ne, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { nextTryAfter } from '@/lib/jobs/next-try'
import { isSameSupplier } from '../invoice-keys/invoice-keys'
import { invoiceKeys } from '../invoice-keys/tables'
import { documents } from '../tables'

export type Keys = typeof invoiceKeys.$inferSelect
type Reader = Pick<Transaction, 'select'>

const isChanged = gt(invoiceKeys.revision, invoiceKeys.compared)

/** Those whose keys changed, the oldest first: what is compared with an earlier one finds that compared. */
export async function listDue(limit: number): Promise<Keys[]> {
  const isDue = or(isNull(invoiceKeys.nextTryAt), lte(invoiceKeys.nextTryAt, new Date()))
  return db()
    .select()
    .from(invoiceKeys)
    .where(and(isChanged, isDue))
    .orderBy(asc(invoiceKeys.receivedAt))
    .limit(limit)
}

export async function findNextTry(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(invoiceKeys.nextTryAt) })
    .from(invoiceKeys)
    .where(isChanged)
  return row?.at ?? null
}

export async function findKeys(documentId: string, from: Reader = db()): Promise<Keys | null> {
  const [row] = await from.select().from(invoiceKeys).where(eq(invoiceKeys.documentId, documentId))
  return row ?? null
}

/** Unless it changed again meanwhile. */
export async function markCompared({ documentId, revision }: Pick<Keys, 'documentId' | 'revision'>) {
  await db()
    .update(invoiceKeys)
    .set({ compared: revision })
    .where(and(eq(invoiceKeys.documentId, documentId), lt(invoiceKeys.compared, revision)))
}

const firstPauseMs = 5 * 60_000

/** After a try that failed. False where it is given up, until its keys change again. */
export async function compareLater(keys: Keys): Promise<boolean> {
  const { documentId, revision } = keys
  const failedTries = keys.failedTries + 1
  const nextTryAt = nextTryAfter({ failedTries, firstPauseMs })
  if (!nextTryAt) {
    await markCompared(keys)
    return false
  }
  await db()
    .update(invoiceKeys)
    .set({ nextTryAt, failedTries })
    .where(and(eq(invoiceKeys.documentId, documentId), eq(invoiceKeys.revision, revision)))
  return true
}

/** Only what is shown counts: read, not deleted, and of the attempt that the document is at. */
function selectShown(from: Reader) {
  return from
    .select({ keys: invoiceKeys })
    .from(invoiceKeys)
    .innerJoin(
      documents,
      and(
        eq(documents.id, invoiceKeys.documentId),
        eq(documents.attempt, invoiceKeys.attempt),
        eq(documents.state, 'done'),
        isNull(documents.removedAt),
      ),
    )
    .$dynamic()
}

/** In the order of receipt, in which one of two is always the earlier. */
const isBefore = ({ receivedAt, documentId }: Keys) =>
  sql`(${invoiceKeys.receivedAt}, ${invoiceKeys.documentId}) < (${receivedAt.toISOString()}::timestamptz, ${documentId})`
const isAfter = ({ receivedAt, documentId }: Keys) =>
  sql`(${invoiceKeys.receivedAt}, ${invoiceKeys.documentId}) > (${receivedAt.toISOString()}::timestamptz, ${documentId})`

const isOther = ({ documentId }: Keys) => ne(invoiceKeys.documentId, documentId)

function isAlike({ numberKey, total, currency, kind }: Keys): SQL | undefined {
  if (numberKey === null || total === null) return sql`false`
  return and(
    eq(invoiceKeys.numberKey, numberKey),
    eq(invoiceKeys.total, total),
    eq(invoiceKeys.kind, kind),
    currency === null ? isNull(invoiceKeys.currency) : eq(invoiceKeys.currency, currency),
  )
}

function isOfSupplier({ taxId, supplierKey }: Keys): SQL | undefined {
  const ways = [
    taxId && eq(invoiceKeys.taxId, taxId),
    supplierKey && eq(invoiceKeys.supplierKey, supplierKey),
  ]
  return or(...ways.filter((way) => typeof way === 'object' && way !== null)) ?? sql`false`
}

/** More of one number and total than these is no accident of two papers any more. */
const mostAlike = 50

/** The earliest paper that looks like this one. */
export async function findSame({ keys, tx }: { keys: Keys; tx: Transaction }): Promise<Keys | null> {
  const rows = await selectShown(tx)
    .where(and(isAlike(keys), isBefore(keys)))
    .orderBy(asc(invoiceKeys.receivedAt), asc(invoiceKeys.documentId))
    .limit(mostAlike)
  return rows.map((row) => row.keys).find((other) => isSameSupplier(keys, other)) ?? null
}

/** So many of a supplier's papers are looked back on. */
const lookedBack = 10

/** The last papers of the supplier with an account, received before this one. */
export async function listEarlierAccounts({ keys, tx }: { keys: Keys; tx: Transaction }): Promise<Keys[]> {
  const rows = await selectShown(tx)
    .where(and(isOfSupplier(keys), isNotNull(invoiceKeys.account), isBefore(keys)))
    .orderBy(desc(invoiceKeys.receivedAt), desc(invoiceKeys.documentId))
    .limit(lookedBack * 2)
  return rows
    .map((row) => row.keys)
    .filter((other) => isSameSupplier(keys, other))
    .slice(0, lookedBack)
}

export async function isVouchedElsewhere({ keys, tx }: { keys: Keys; tx: Transaction }): Promise<boolean> {
  if (keys.account === null) return false
  const rows = await selectShown(tx)
    .where(
      and(
        isOfSupplier(keys),
        eq(invoiceKeys.account, keys.account),
        eq(invoiceKeys.isAccountVouched, true),
        isOther(keys),
      ),
    )
    .limit(mostAlike)
  return rows.some((row) => isSameSupplier(keys, row.keys))
}

/** The others that a change of this one may concern; those that are due themselves come by themselves. */
export async function listConcerned(keys: Keys): Promise<string[]> {
  const isCompared = sql`${invoiceKeys.revision} <= ${invoiceKeys.compared}`
  const referring = or(
    eq(invoiceKeys.sameAs, keys.documentId),
    eq(invoiceKeys.accountUnlike, keys.documentId),
    isAlike(keys),
  )
  const ofSupplier = and(isOfSupplier(keys), isNotNull(invoiceKeys.account))
  const pick = (where: SQL | undefined, limit: number) =>
    db()
      .select({ id: invoiceKeys.documentId })
      .from(invoiceKeys)
      .where(and(isCompared, isOther(keys), where))
      .orderBy(asc(invoiceKeys.receivedAt))
      .limit(limit)
  const found = await Promise.all([
    pick(referring, 500),
    pick(and(ofSupplier, isNotNull(invoiceKeys.accountUnlike)), 500),
    pick(and(ofSupplier, isAfter(keys)), lookedBack),
  ])
  return [...new Set(found.flat().map(({ id }) => id))]
}

type Found = { tx: Transaction; documentId: string } & Pick<Keys, 'sameAs' | 'accountUnlike'>

export async function saveFound({ tx, documentId, ...found }: Found): Promise<void> {
  await tx.update(invoiceKeys).set(found).where(eq(invoiceKeys.documentId, documentId))
}
