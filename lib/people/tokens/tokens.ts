import 'server-only'
import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import { createLinkToken, hashLinkToken } from '../link-token'
import { abilities, can, may, type SignedInUser } from '../roles'
import {
  type AccessToken,
  type CreatedToken,
  mostTokensOfPerson,
  type newTokenSchema,
  type rotationSchema,
  tokenPrefix,
} from './schema'
import {
  findTokenCaller,
  insertToken,
  listTokens,
  replaceSecret,
  revokeToken,
  type TokenCaller,
} from './store'

/**
 * Makes a token that calls as this person. Throws auth.forbidden for an ability the person has not, request.invalid
 * for an end that is past, token.too_many.
 */
export async function createToken({
  user,
  wanted,
}: {
  user: SignedInUser
  wanted: z.output<typeof newTokenSchema>
}): Promise<CreatedToken> {
  if (wanted.abilities?.some((ability) => !can(user.role, ability))) throw new AppError('auth.forbidden')
  const expiresAt = wanted.expiresAt ? new Date(wanted.expiresAt) : null
  if (expiresAt && expiresAt <= new Date()) {
    throw new AppError('request.invalid', { values: { problem: 'expiresAt: past' } })
  }
  const { token, ...secret } = createSecret()
  const id = await insertToken({
    row: {
      personId: user.id,
      name: wanted.name,
      abilities: wanted.abilities ?? null,
      steps: wanted.steps ?? null,
      monthlyPages: wanted.monthlyPages ?? null,
      expiresAt,
    },
    secret,
    most: mostTokensOfPerson,
  })
  if (!id) throw new AppError('token.too_many', { values: { most: mostTokensOfPerson } })
  return { ...(await getToken(id)), token }
}

/** Gives one's own token a new secret; the one of before works on for so many days. Throws token.not_found. */
export async function rotateToken({
  user,
  id,
  overlapDays,
}: { user: SignedInUser; id: string } & z.output<typeof rotationSchema>): Promise<CreatedToken> {
  const { token, ...secret } = createSecret()
  if (!(await replaceSecret({ personId: user.id, id, secret, overlapDays }))) {
    throw new AppError('token.not_found')
  }
  return { ...(await getToken(id)), token }
}

/** One's own tokens, or for who may change the settings those of all. Throws auth.forbidden. */
export async function readTokens({ user, all }: { user: SignedInUser; all: boolean }) {
  if (all && !may(user, 'settings')) throw new AppError('auth.forbidden')
  const rows = await listTokens(all ? {} : { personId: user.id })
  return { tokens: rows.map(toAccessToken) }
}

/** Ends a token at once and for good. An administrator ends anybody's. Throws token.not_found. */
export async function endToken({ user, id }: { user: SignedInUser; id: string }): Promise<void> {
  const personId = may(user, 'settings') ? undefined : user.id
  if (!(await revokeToken({ id, personId }))) throw new AppError('token.not_found')
}

/** The person a token calls as, narrowed to what the token may. Throws auth.token_invalid. */
export async function requireTokenCaller(token: string): Promise<TokenCaller> {
  const caller = await findTokenCaller(hashLinkToken(token))
  if (!caller) throw new AppError('auth.token_invalid')
  return caller
}

function createSecret() {
  const token = tokenPrefix + createLinkToken().token
  return { token, hash: hashLinkToken(token), last4: token.slice(-4) }
}

async function getToken(id: string): Promise<AccessToken> {
  const [row] = await listTokens({ id })
  if (!row) throw new AppError('token.not_found')
  return toAccessToken(row)
}

function toAccessToken({
  token,
  last4,
  person,
}: Awaited<ReturnType<typeof listTokens>>[number]): AccessToken {
  const { id, name, steps, monthlyPages } = token
  const { role, ...named } = person
  const scope = { id, abilities: token.abilities, steps, monthlyPages }
  return {
    id,
    name,
    last4,
    abilities: abilities.filter((ability) => may({ role, token: scope }, ability)),
    steps,
    monthlyPages,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
    person: named,
  }
}
