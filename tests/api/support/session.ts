import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { createTestDatabase } from './database'

/** Runs before each integration test file: settings of its own, and a session that the test sets with `signInAs`. */
type TestSession = { begin: () => Promise<string> }

const environment = {
  INTRAY_DATA_DIR: mkdtempSync(path.join(tmpdir(), 'intray-test-')),
  INTRAY_SECRET: 'a secret for tests that is long enough',
  INTRAY_URL: 'http://desk.test',
  INTRAY_TIME_ZONE: 'America/Santiago',
  INTRAY_UPSTREAM: 'cloud',
  DOCUTRAY_API_KEY: 'dt_test_key_that_must_never_be_seen',
  DOCUTRAY_BASE_URL: 'http://127.0.0.1:9',
  DOCUTRAY_STEPS: JSON.stringify([
    { id: 'cinvoice00000000000000000', name: 'Invoice Processing' },
    { id: 'creceipt00000000000000000', name: 'Receipt Processing' },
  ]),
  LOG_LEVEL: 'silent',
}
const database = await createTestDatabase()
if (database) process.env.DATABASE_URL = database
for (const [name, value] of Object.entries(environment)) process.env[name] ??= value

vi.mock('next-auth', async (original) => ({
  ...(await original<typeof import('next-auth')>()),
  getServerSession: async () => {
    const { intrayTestSession } = globalThis as typeof globalThis & { intrayTestSession?: TestSession | null }
    return intrayTestSession ? { sessionId: await intrayTestSession.begin() } : null
  },
}))
