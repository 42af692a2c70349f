import { startPostgresServer } from './postgres-server'

type TestDatabase = { url: string; close: () => Promise<void> }

/**
 * An empty Postgres database for one test file: the one named by TEST_DATABASE_URL, else one out of npm; where neither
 * can be had, `problem` says why.
 */
export async function openTestDatabase(): Promise<TestDatabase | { problem: string }> {
  const given = process.env.DATABASE_URL || process.env.TEST_DATABASE_URL
  return given ? { url: given, close: async () => undefined } : startPostgresServer()
}
