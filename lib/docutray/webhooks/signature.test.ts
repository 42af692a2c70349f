import { expect, test } from 'vitest'
import { isAuthentic, type SignedCall, sign } from './signature'

const secret = 'whsec_of_the_test'
const now = new Date('2026-11-21T12:00:00Z')
const url = 'https://desk.example/api/webhooks/docutray'

function signedCall({ at = now, key = secret }: { at?: Date; key?: string } = {}): SignedCall {
  const body = Buffer.from('{"step_execution_id":"c1","note":"ñ"}')
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return {
    body,
    url,
    headers: {
      signature: sign({ secret: key, content: body }),
      authSignature: sign({ secret: key, content: `req_1|${timestamp}|${url}|STEP_COMPLETED` }),
      timestamp,
      requestId: 'req_1',
      event: 'STEP_COMPLETED',
    },
  }
}

const judge = (call: SignedCall) => isAuthentic({ call, secret, now })

test('the signature is lowercase hex after "sha256=", as the contract has it', () => {
  // HMAC-SHA256 test vector of RFC 4231 §4.3.
  expect(sign({ secret: 'Jefe', content: 'what do ya want for nothing?' })).toBe(
    'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('a call signed with the secret just now is authentic', () => {
  expect(judge(signedCall())).toBe(true)
})

test('a call signed with another secret is not', () => {
  expect(judge(signedCall({ key: 'whsec_of_another' }))).toBe(false)
})

test('a time more than 300 s away, before or after, is not accepted', () => {
  const away = (seconds: number) => judge(signedCall({ at: new Date(now.getTime() + seconds * 1000) }))
  expect([away(-299), away(299), away(-301), away(301)]).toEqual([true, true, false, false])
})

test('whatever is changed in transit is noticed', () => {
  const call = signedCall()
  expect(judge({ ...call, body: Buffer.concat([call.body, Buffer.from(' ')]) })).toBe(false)
  expect(judge({ ...call, url: 'https://other.example/api/webhooks/docutray' })).toBe(false)
  for (const changed of [{ requestId: 'req_2' }, { event: 'STEP_FAILED' }, { timestamp: '1795608001' }]) {
    expect(judge({ ...call, headers: { ...call.headers, ...changed } })).toBe(false)
  }
})

test('a call that lacks any of its five headers is not authentic', () => {
  const call = signedCall()
  for (const name of Object.keys(call.headers)) {
    expect(judge({ ...call, headers: { ...call.headers, [name]: null } })).toBe(false)
  }
})
