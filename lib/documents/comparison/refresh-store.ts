import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { countToReview } from '../attention/store'
import { accountFindingId, keyPathsOf } from '../invoice-keys/invoice-keys'
import { move } from '../lifecycle/move'
import { readingOf } from '../model/learnt'
import { type FindingItem, outlivesCheck } from '../model/review-item'
import { attempts, documents, isAttempt, isCurrentAttempt } from '../tables'
import { type AccountChange, findAccountChange } from './compare-accounts'
import {
  findKeys,
  findSame,
  isVouchedElsewhere,
  type Keys,
  listEarlierAccounts,
  saveFound,
} from './comparison-store'

/**
 * Finds anew what a document's invoice has in common with earlier ones, and puts it among what is to review. Locks this
 * one document alone, so that no two of them wait for one another.
 */
export async function refreshComparison(documentId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const [row] = await tx
      .select({ number: attempts.number, attempt: attempts })
      .from(documents)
      .innerJoin(attempts, isCurrentAttempt)
      .where(and(eq(documents.id, documentId), eq(documents.state, 'done'), isNull(documents.removedAt)))
      .for('update', { of: documents })
    const keys = await findKeys(documentId, tx)
    if (!row?.attempt.result || !keys || keys.attempt !== row.number) return
    const { learnt, corrections } = row.attempt
    const result = readingOf({ result: row.attempt.result, learnt })
    const same = await findSame({ keys, tx })
    const change = findAccountChange({
      own: keys,
      earlier: await listEarlierAccounts({ keys, tx }),
      isVouchedElsewhere: await isVouchedElsewhere({ keys, tx }),
    })
    await saveFound({
      tx,
      documentId,
      sameAs: same?.documentId ?? null,
      accountUnlike: change?.before.documentId ?? null,
    })
    const ref = { documentId, number: row.number }
    const before = row.attempt.reviewItems ?? (await countToReview({ tx, ...ref }))
    const paths = keyPathsOf({ result, corrections: corrections ?? {} })
    const found = [
      ...(same ? [sameFinding({ same, fields: paths.invoice })] : []),
      ...(change ? [accountFinding({ change, fields: paths.account })] : []),
    ]
    const items = [...before.filter((item) => !outlivesCheck(item)), ...found]
    if (isDeepStrictEqual(items, before)) return
    await tx.update(attempts).set({ reviewItems: items }).where(isAttempt(ref))
    await countToReview({ tx, ...ref })
    await move({ tx, where: eq(documents.id, documentId), from: ['done'], to: {} })
  })
}

function sameFinding({ same, fields }: { same: Keys; fields: string[] }): FindingItem {
  return {
    kind: 'finding',
    id: `_same.${same.documentId}`,
    severity: 'error',
    code: 'invoice.again',
    fields,
    values: { document: same.documentId, received: same.receivedAt.toISOString() },
    message: `Looks like an invoice received at ${same.receivedAt.toISOString()}.`,
  }
}

function accountFinding({ change, fields }: { change: AccountChange; fields: string[] }): FindingItem {
  const { before, account, masked } = change
  return {
    kind: 'finding',
    id: accountFindingId(account),
    severity: 'error',
    code: 'account.changed',
    fields,
    values: { ...masked, document: before.documentId, received: before.receivedAt.toISOString() },
    message: `The account ${masked.account} is not that of the supplier's last papers, ${masked.before}.`,
  }
}
