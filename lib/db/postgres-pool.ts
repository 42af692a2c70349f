import 'server-only'
import { Pool } from 'pg'
import { log } from '../log'

/**
 * A pool that gets over the loss of connections in use. The pool itself watches only idle ones, so the loss of another
 * would be an error that nobody catches; and drizzle-orm does not give a connection back whose `begin` failed, so that
 * after ten such losses nobody would get one any more.
 */
export function openPool(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 10 })
  const inUse = new WeakSet<object>()
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  pool.on('acquire', (client) => inUse.add(client))
  pool.on('release', (_error, client) => inUse.delete(client))
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'))
    client.once('end', () => {
      if (!inUse.has(client)) return
      client.release(true)
      // Who used it may still give it back, which is an error the second time.
      client.release = () => undefined
    })
  })
  return pool
}
