import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { fetchJson } from '@/lib/fetch-json'
import { createdTokenSchema, type NewToken, tokenListSchema } from './schema'

const tokenPaths = {
  tokens: '/api/tokens',
  token: (id: string) => `/api/tokens/${encodeURIComponent(id)}`,
  rotate: (id: string) => `/api/tokens/${encodeURIComponent(id)}/rotate`,
}

/** All lists of tokens, which are told together that one has changed. */
export const tokensKey = ['tokens'] as const

/** One's own, or everybody's. */
export const tokensQuery = ({ all }: { all: boolean }) =>
  queryOptions({
    queryKey: [...tokensKey, { all }],
    queryFn: ({ signal }) =>
      fetchJson({ path: `${tokenPaths.tokens}${all ? '?all=1' : ''}`, schema: tokenListSchema, signal }),
  })

/** These answer with the secret, which cannot be shown again. */
export const createToken = (wanted: NewToken) =>
  fetchJson({ path: tokenPaths.tokens, method: 'POST', body: wanted, schema: createdTokenSchema })
export const rotateToken = ({ id, overlapDays }: { id: string; overlapDays: number }) =>
  fetchJson({
    path: tokenPaths.rotate(id),
    method: 'POST',
    body: { overlapDays },
    schema: createdTokenSchema,
  })

export const revokeToken = (id: string) =>
  fetchJson({ path: tokenPaths.token(id), method: 'DELETE', schema: z.null() })
