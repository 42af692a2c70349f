import 'server-only'
import { and, eq, gte, inArray, notInArray, sql } from 'drizzle-orm'
import { monthOf, monthSpan } from '@/base/calendar'
import type { Transaction } from '@/lib/db/connection'
import { organisationTimeZone } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { TokenScope } from '@/lib/people/roles'
import { tokens } from '@/lib/people/tables'
import { ledgerLines } from '@/lib/usage/tables'
import { terminalStates } from '../model/status'
import { documents } from '../tables'

type Reservation = { tx: Transaction; token: TokenScope | undefined; pages: number; now?: Date }

/**
 * Holds a token to its pages of the month: those counted and those of its documents that have not ended. They are
 * looked at under a lock, so that two documents at the same moment cannot both take the last page.
 * Throws token.pages_spent with the pages that are left.
 */
export async function reservePages({ tx, token, pages, now = new Date() }: Reservation): Promise<void> {
  if (!token || token.monthlyPages === null) return
  await tx.select({ id: tokens.id }).from(tokens).where(eq(tokens.id, token.id)).for('update')
  const spent =
    (await sumCounted({ tx, tokenId: token.id, now })) + (await sumPromised({ tx, tokenId: token.id }))
  if (spent + pages <= token.monthlyPages) return
  const left = Math.max(0, token.monthlyPages - spent)
  throw new AppError('token.pages_spent', {
    values: { limit: token.monthlyPages, pages, left },
    details: { limit: token.monthlyPages, left },
  })
}

type OfToken = { tx: Transaction; tokenId: string }

async function sumCounted({ tx, tokenId, now }: OfToken & { now: Date }): Promise<number> {
  const timeZone = organisationTimeZone()
  const { startsAt } = monthSpan({ month: monthOf({ instant: now, timeZone }), timeZone })
  const own = tx.select({ id: documents.id }).from(documents).where(eq(documents.tokenId, tokenId))
  const [row] = await tx
    .select({ pages: sql<number>`coalesce(sum(${ledgerLines.pages}), 0)::int` })
    .from(ledgerLines)
    .where(
      and(
        eq(ledgerLines.counted, true),
        gte(ledgerLines.occurredAt, startsAt),
        inArray(ledgerLines.documentId, own),
      ),
    )
  return row?.pages ?? 0
}

async function sumPromised({ tx, tokenId }: OfToken): Promise<number> {
  const [row] = await tx
    .select({ pages: sql<number>`coalesce(sum(${documents.pages}), 0)::int` })
    .from(documents)
    .where(and(eq(documents.tokenId, tokenId), notInArray(documents.state, terminalStates)))
  return row?.pages ?? 0
}
