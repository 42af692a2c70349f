import { z } from 'zod'
import { handleRoute } from '@/lib/http/handle-route'
import { newTokenSchema } from '@/lib/people/tokens/schema'
import { createToken, readTokens } from '@/lib/people/tokens/tokens'

const querySchema = z.object({ all: z.literal('1').optional() })

export const GET = handleRoute({ access: 'signed-in', query: querySchema }, async ({ user, query }) =>
  readTokens({ user, all: query.all === '1' }),
)

export const POST = handleRoute({ access: 'session', body: newTokenSchema }, async ({ user, body }) =>
  Response.json(await createToken({ user, wanted: body }), {
    status: 201,
    headers: { 'Cache-Control': 'no-store' },
  }),
)
