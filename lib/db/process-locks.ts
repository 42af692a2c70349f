import 'server-only'
import { Client } from 'pg'

// Any numbers that no other program is likely to choose; the engine's is beside them (engine/store/open-database).
const startLock = 4_100_726_912
const presenceLock = 4_100_726_913

/** Databases taken by this process, which is in nobody's way but others'. */
let taken = 0

/**
 * Runs `work`, which makes or changes tables, while no other process does.
 * Throws an Error while the database is being moved or restored.
 */
export async function alone({ url, work }: { url: string; work: () => Promise<void> }): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    if (!(await announceDesk(client)))
      throw new Error('it is being moved or restored; wait for the end of that')
    await client.query('select pg_advisory_lock($1)', [startLock])
    await work()
  } finally {
    // The lock ends with its session.
    await client.end()
  }
}

/**
 * Says on this session, for as long as it lasts, that a desk is running. False while the database is being moved or
 * restored, when none may.
 */
export async function announceDesk(session: Client): Promise<boolean> {
  return taken > 0 || tryLock({ session, text: 'select pg_try_advisory_lock_shared($1) as held' })
}

/** Takes the database for this process, for as long as the session lasts. False while a desk runs on it. */
export async function takeDatabase(session: Client): Promise<boolean> {
  const isOurs = await tryLock({ session, text: 'select pg_try_advisory_lock($1) as held' })
  if (isOurs) taken += 1
  return isOurs
}

export async function leaveDatabase(session: Client): Promise<void> {
  taken -= 1
  await session.end()
}

async function tryLock({ session, text }: { session: Client; text: string }): Promise<boolean> {
  const { rows } = await session.query(text, [presenceLock])
  return rows[0]?.held === true
}
