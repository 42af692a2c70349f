import { inspect } from 'node:util'
import pino from 'pino'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { attempts, documents } from '@/lib/documents/tables'
import { getUsage } from '@/lib/docutray/calls/client'
import { upstreamPause } from '@/lib/docutray/tables'
import { getSettings } from '@/lib/env'
import { answerError } from '@/lib/http/handle-route'
import { addDocument, submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

const lines = vi.hoisted<string[]>(() => [])

// Everything is logged, and nothing struck out: the key must not even come near the log.
vi.mock('@/lib/log', () => ({
  log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
}))

setUpDesk({ role: 'uploader' })
const key = getSettings().DOCUTRAY_API_KEY ?? ''

beforeEach(async () => {
  await db().delete(upstreamPause)
  lines.length = 0
})

const misbehaviours = {
  'a refused key whose refusal repeats it': {
    status: 401,
    body: () => ({ error: `Invalid API key ${key}` }),
  },
  'a refusal that repeats the key': {
    status: 400,
    body: () => ({ message: `Bearer ${key} may not do this` }),
  },
  'a fault': { status: 500, body: () => ({ message: `stack trace with ${key}` }) },
  'an answer nobody can read': { status: 202, body: () => `<html>${key}</html>` },
}

test.each(Object.entries(misbehaviours))(
  '%s leaves no key in log, errors, replies or database',
  async (_name, answer) => {
    upstream.behaviour.refuse = () => ({ status: answer.status, body: answer.body() })
    await addDocument()
    await submitNow()
    upstream.behaviour.refuse = undefined
    await expectNoKey()
  },
)

test('a lost answer and an upstream that is away leave no key either', async () => {
  upstream.behaviour.losesAnswer = true
  await addDocument()
  await submitNow()
  upstream.behaviour.losesAnswer = false
  await addDocument()
  await submitNow()
  await upstream.goAway()
  await trackNow()
  const error: unknown = await getUsage({ year: 2026, month: 11 }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'upstream.unreachable' })
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain(key)
  const reply = answerError({ request: new Request('http://desk.test/api/usage'), thrown: error })
  expect(await reply.text()).not.toContain(key)
  await upstream.comeBack()
  await expectNoKey()
})

async function expectNoKey(): Promise<void> {
  expect(upstream.authorizations).toContain(`Bearer ${key}`)
  expect(lines.length).toBeGreaterThan(0)
  const seen = [
    ...lines,
    JSON.stringify(await db().select().from(attempts)),
    JSON.stringify(await db().select().from(documents)),
  ]
  expect(seen.filter((text) => text.includes(key))).toEqual([])
}
