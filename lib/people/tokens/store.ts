import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Database, Transaction } from '@/lib/db/connection'
import { notifySessions } from '@/lib/db/notify'
import type { SignedInUser, TokenScope } from '../roles'
import { tokenSecrets, tokens, users } from '../tables'

const now = sql`now()`

const isAlive = and(
  isNull(tokens.revokedAt),
  or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
  isNull(users.disabledAt),
)

type Secret = { hash: string; last4: string }
type NewRow = Omit<typeof tokens.$inferInsert, 'id'>

/** Writes a token down with its secret; null where its person has `most` living ones already. */
export async function insertToken({
  row,
  secret,
  most,
}: {
  row: NewRow
  secret: Secret
  most: number
}): Promise<string | null> {
  return db().transaction(async (tx) => {
    // Two made at the same moment are counted one after the other.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, row.personId)).for('update')
    const alive = await tx.$count(tokens, and(eq(tokens.personId, row.personId), isNull(tokens.revokedAt)))
    if (alive >= most) return null
    const id = `tok_${randomUUID().replaceAll('-', '')}`
    await tx.insert(tokens).values({ ...row, id })
    await tx.insert(tokenSecrets).values({ ...secret, tokenId: id })
    return id
  })
}

/**
 * A new secret for a living token of the person; those of before end after `overlapDays`, and those that were ending
 * earlier do so then. False where there is no such token.
 */
export async function replaceSecret({
  personId,
  id,
  secret,
  overlapDays,
}: {
  personId: string
  id: string
  secret: Secret
  overlapDays: number
}): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [token] = await tx
      .select({ id: tokens.id })
      .from(tokens)
      .innerJoin(users, eq(users.id, tokens.personId))
      .where(and(eq(tokens.id, id), eq(tokens.personId, personId), isAlive))
      .for('update', { of: tokens })
    if (!token) return false
    const endsAt = sql`least(${tokenSecrets.endsAt}, now() + make_interval(days => ${overlapDays}))`
    await tx.update(tokenSecrets).set({ endsAt }).where(eq(tokenSecrets.tokenId, id))
    await tx.insert(tokenSecrets).values({ ...secret, tokenId: id })
    return true
  })
}

const caller = {
  user: { id: users.id, email: users.email, name: users.name, role: users.role },
  token: {
    id: tokens.id,
    abilities: tokens.abilities,
    steps: tokens.steps,
    monthlyPages: tokens.monthlyPages,
  },
}

export type TokenCaller = SignedInUser & { token: TokenScope }

/** Who calls with the secret of this hash; null where it opens nothing (any more). Notes the use to the minute. */
export async function findTokenCaller(hash: string): Promise<TokenCaller | null> {
  const [row] = await db()
    .select({
      ...caller,
      isUseKnown: sql<boolean>`coalesce(${tokens.lastUsedAt} > now() - interval '1 minute', false)`,
    })
    .from(tokenSecrets)
    .innerJoin(tokens, eq(tokens.id, tokenSecrets.tokenId))
    .innerJoin(users, eq(users.id, tokens.personId))
    .where(
      and(
        eq(tokenSecrets.hash, hash),
        or(isNull(tokenSecrets.endsAt), gt(tokenSecrets.endsAt, now)),
        isAlive,
      ),
    )
  if (!row) return null
  if (!row.isUseKnown) {
    await db().update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, row.token.id))
  }
  return { ...row.user, token: row.token }
}

/** As whom a token calls; null where it opens nothing (any more). */
export async function findCallerOfToken(id: string): Promise<TokenCaller | null> {
  const [row] = await db()
    .select(caller)
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.personId))
    .where(and(eq(tokens.id, id), isAlive))
  return row ? { ...row.user, token: row.token } : null
}

/** Of these tokens those that still open, with what they open. */
export function listAliveTokens(ids: string[]) {
  return db()
    .select({ id: tokens.id, role: users.role, abilities: tokens.abilities })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.personId))
    .where(and(inArray(tokens.id, ids), isAlive))
}

/** The tokens of a person, or of all; the newest first. */
export async function listTokens({ personId, id }: { personId?: string | undefined; id?: string }) {
  const newest = db()
    .selectDistinctOn([tokenSecrets.tokenId], { tokenId: tokenSecrets.tokenId, last4: tokenSecrets.last4 })
    .from(tokenSecrets)
    .orderBy(tokenSecrets.tokenId, desc(tokenSecrets.createdAt))
    .as('newest')
  return db()
    .select({
      token: tokens,
      last4: newest.last4,
      person: { id: users.id, name: users.name, role: users.role },
    })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.personId))
    .innerJoin(newest, eq(newest.tokenId, tokens.id))
    .where(and(personId ? eq(tokens.personId, personId) : undefined, id ? eq(tokens.id, id) : undefined))
    .orderBy(desc(tokens.createdAt), tokens.id)
}

/** Ends a token for good, with the streams it opened, on every process at once. False where there is no living one. */
export async function revokeToken({ id, personId }: { id: string; personId?: string | undefined }) {
  const ended = await db()
    .update(tokens)
    .set({ revokedAt: now })
    .where(
      and(eq(tokens.id, id), personId ? eq(tokens.personId, personId) : undefined, isNull(tokens.revokedAt)),
    )
    .returning({ id: tokens.id })
  await endTokenStreams(
    db(),
    ended.map((token) => token.id),
  )
  return ended.length > 0
}

/** Of a person who may not sign in any more: no call of theirs is admitted, and no stream stays open. */
export async function endTokenStreamsOf({ tx, personId }: { tx: Transaction; personId: string }) {
  const own = await tx
    .select({ id: tokens.id })
    .from(tokens)
    .where(and(eq(tokens.personId, personId), isNull(tokens.revokedAt)))
  await endTokenStreams(
    tx,
    own.map(({ id }) => id),
  )
}

/** To a stream its token is what a session is to that of a browser. */
function endTokenStreams(database: Transaction | Database, ids: string[]): Promise<void> {
  return notifySessions(database, ids)
}

/** Secrets that were replaced, once nobody can call with them any more. */
export async function deleteEndedSecrets(): Promise<void> {
  await db().delete(tokenSecrets).where(lt(tokenSecrets.endsAt, now))
}
