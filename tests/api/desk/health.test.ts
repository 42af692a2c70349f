import { open } from 'node:fs/promises'
import { beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/health/route'
import { adoptConnection } from '@/lib/db/client'
import { forget } from '@/lib/once'
import { callJson, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, default: real, open: vi.fn(real.open) }
})

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

test('a data folder that cannot be written is told, and asked again only after a while', async () => {
  forget('probe files')
  vi.mocked(open).mockRejectedValue(Object.assign(new Error('read-only'), { code: 'EROFS' }))
  const before = vi.mocked(open).mock.calls.length
  for (let ask = 0; ask < 5; ask++) {
    expect((await health()).body.files).toEqual({ kind: 'folder', reachable: false })
  }
  expect(vi.mocked(open).mock.calls.length).toBe(before + 1)
  vi.mocked(open).mockReset()
  forget('probe files')
})
