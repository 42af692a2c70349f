import { handleRoute } from '@/lib/http/handle-route'
import { endToken } from '@/lib/people/tokens/tokens'

export const DELETE = handleRoute({ access: 'signed-in', params: ['tokenId'] }, async ({ user, params }) => {
  await endToken({ user, id: params.tokenId })
  return new Response(null, { status: 204 })
})
