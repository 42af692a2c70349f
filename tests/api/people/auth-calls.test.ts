import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { POST } from '@/app/api/auth/[...nextauth]/route'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk()

const addressOf = (call: string) => `http://desk.test/api/auth/${call}`
const at = (call: string) => ({ params: Promise.resolve({ nextauth: call.split('/') }) })

test.each(['{"email":', 'null', '7', ''])(
  'a sign-in whose body is no JSON object (%s) is the caller\u2019s fault',
  async (body) => {
    const call = 'callback/credentials'
    const headers = { 'content-type': 'application/json' }
    const request = new NextRequest(addressOf(call), { method: 'POST', headers, body })
    const answer = await POST(request, at(call))
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'request.invalid' } })
  },
)
