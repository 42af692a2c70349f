import { handleRoute } from '@/lib/http/handle-route'
import { rotationSchema } from '@/lib/people/tokens/schema'
import { rotateToken } from '@/lib/people/tokens/tokens'

export const POST = handleRoute(
  { access: 'session', params: ['tokenId'], body: rotationSchema },
  async ({ user, params, body }) =>
    Response.json(await rotateToken({ user, id: params.tokenId, ...body }), {
      status: 201,
      headers: { 'Cache-Control': 'no-store' },
    }),
)
