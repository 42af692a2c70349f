import { getHealth } from '@/lib/health'
import { handleRoute } from '@/lib/http/handle-route'

// Next would answer a handler that reads nothing of the request once, at build time.
export const dynamic = 'force-dynamic'

export const GET = handleRoute({ access: 'public' }, async () => {
  const health = await getHealth()
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
})
