import { sql } from 'drizzle-orm'
import type { Database } from '@/engine/store/open-database'
import type { Route } from '../http/route'

/** GET /health, for monitors: open to anyone on this machine; fails with 503 when the database does not answer. */
export function healthRoute({ database }: { database: Database }): Route {
  return {
    method: 'GET',
    path: '/health',
    unauthorized: null,
    isRateLimited: false,
    failure: { message: 'Internal server error' },
    handle: async () => {
      const isReachable = await database.execute(sql`select 1`).then(
        () => true,
        () => false,
      )
      return isReachable
        ? { status: 200, body: { status: 'ok' } }
        : { status: 503, body: { status: 'unavailable', database: 'unreachable' } }
    },
  }
}
