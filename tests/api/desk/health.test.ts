import { beforeEach, expect, test } from 'vitest'
import { GET } from '@/app/api/health/route'
import { adoptConnection } from '@/lib/db/client'
import { forget } from '@/lib/once'
import { callJson, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

const desk = setUpDesk()

beforeEach(() => {
  signInAs(null)
  forget('probe upstream')
})

const health = () => callJson(GET, { path: '/api/health' })

test('a desk in order says so to anybody, and nothing more', async () => {
  expect(await health()).toEqual({
    status: 200,
    body: {
      status: 'ok',
      database: 'ok',
      upstream: { kind: 'cloud', reachable: true, authorized: true, limitedUntil: null },
      files: { kind: 'folder', reachable: true },
    },
  })
})

test('monitors asking often do not multiply the calls upstream', async () => {
  const before = upstream.calls.usage
  for (let ask = 0; ask < 5; ask++) await health()
  expect(upstream.calls.usage).toBe(before + 1)
})

test('an upstream that refuses us is there; one that is away is not, and the desk still takes documents in', async () => {
  upstream.behaviour.isKeyValid = false
  expect((await health()).body.upstream).toMatchObject({ reachable: true, authorized: false })
  forget('probe upstream')
  await upstream.goAway()
  expect(await health()).toEqual({
    status: 200,
    body: {
      status: 'ok',
      database: 'ok',
      upstream: { kind: 'cloud', reachable: false, authorized: false, limitedUntil: null },
      files: { kind: 'folder', reachable: true },
    },
  })
})

test('without its database the desk is down', async () => {
  adoptConnection(undefined)
  try {
    expect(await health()).toMatchObject({ status: 503, body: { status: 'down', database: 'down' } })
  } finally {
    adoptConnection(desk.connection)
  }
})
