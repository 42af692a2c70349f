import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GET as getDocument } from '@/app/api/documents/[documentId]/route'
import { GET as listDocuments, POST as upload } from '@/app/api/documents/route'
import { GET as openStream } from '@/app/api/events/route'
import { POST as rotate } from '@/app/api/tokens/[tokenId]/rotate/route'
import { DELETE as revoke } from '@/app/api/tokens/[tokenId]/route'
import { POST as create, GET as list } from '@/app/api/tokens/route'
import { db } from '@/lib/db/client'
import { startHub } from '@/lib/events/hub'
import { changePerson } from '@/lib/people/directory/directory'
import { tokenSecrets, tokens } from '@/lib/people/tables'
import {
  addPerson,
  call,
  callJson,
  invoiceStep,
  receiptStep,
  sample,
  signInAs,
  uploadForm,
} from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

const json = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

async function made(wanted: Record<string, unknown> = {}) {
  const { status, body } = await callJson(create, json({ name: 'nightly import', ...wanted }))
  expect(status).toBe(201)
  return body
}

/** From here on nobody is signed in with a browser. */
function leaveBrowser() {
  signInAs(null)
}

async function send(token: string, step = invoiceStep) {
  const form = uploadForm({
    files: [{ name: 'invoice.pdf', bytes: await sample('invoice.pdf', { unique: true }) }],
    fields: { step },
  })
  return callJson(upload, { method: 'POST', body: form, ...bearer(token) })
}

let mine: Awaited<ReturnType<typeof made>>
beforeAll(startHub)

beforeEach(async () => {
  mine = await made()
})

test('a token is shown once, and kept as a hash alone', async () => {
  expect(mine.token).toMatch(/^dt_desk_[\w-]{43}$/)
  expect(mine).toMatchObject({ name: 'nightly import', last4: mine.token.slice(-4), revokedAt: null })
  const { body } = await callJson(list)
  expect(body.tokens).toMatchObject([{ id: mine.id, abilities: ['documents', 'review'], lastUsedAt: null }])
  expect(JSON.stringify(body)).not.toContain(mine.token)
  const rows = await db().select().from(tokenSecrets).where(eq(tokenSecrets.tokenId, mine.id))
  expect(JSON.stringify(rows)).not.toContain(mine.token.slice(8))
})

test('a script sends with it as its person, whatever the origin, and its use is noted', async () => {
  leaveBrowser()
  const sent = await send(mine.token)
  expect(sent.status).toBe(201)
  const elsewhere = { authorization: `Bearer ${mine.token}`, origin: 'https://elsewhere.test' }
  const seen = await callJson(listDocuments, { headers: elsewhere })
  expect(seen.body.documents).toMatchObject([{ uploadedBy: { id: desk.user.id } }])
  const { id } = seen.body.documents[0]
  const detail = await callJson(getDocument, { params: { documentId: id }, ...bearer(mine.token) })
  expect(detail.body.sentWith).toBe('nightly import')
  const { body } = await callJson(list, bearer(mine.token))
  expect(Date.parse(body.tokens[0].lastUsedAt)).toBeGreaterThan(Date.now() - 60_000)
})

test.each(['dt_desk_unknown', '', 'x y'])(
  'a token nobody made (%j) opens nothing, whoever is signed in',
  async (token) => {
    const { status, body } = await callJson(listDocuments, bearer(token))
    expect([status, body.error.code]).toEqual([401, 'auth.token_invalid'])
  },
)

test('a name and password for a proxy in front are not taken for a token', async () => {
  expect((await call(listDocuments, { headers: { authorization: 'Basic YTpi' } })).status).toBe(200)
})

test('revoked it is dead at once, and so is the stream it opened', async () => {
  const stream = await call(openStream, bearer(mine.token))
  expect((await call(revoke, { method: 'DELETE', params: { tokenId: mine.id } })).status).toBe(204)
  expect((await callJson(listDocuments, bearer(mine.token))).body.error.code).toBe('auth.token_invalid')
  const reader = stream.body?.getReader()
  for (let isOpen = true; isOpen; ) isOpen = !(await reader?.read())?.done
  expect((await call(revoke, { method: 'DELETE', params: { tokenId: mine.id } })).status).toBe(404)
})

test('it ends with its person, and does less when the person may do less', async () => {
  const reviewer = await addPerson('reviewer')
  signInAs(reviewer)
  const { token } = await made()
  await changePerson({ id: reviewer.id, change: { role: 'finance' } })
  expect((await callJson(listDocuments, bearer(token))).body.error.code).toBe('auth.forbidden')
  await changePerson({ id: reviewer.id, change: { role: 'reviewer' } })
  expect((await call(listDocuments, bearer(token))).status).toBe(200)
  await changePerson({ id: reviewer.id, change: { disabled: true } })
  expect((await callJson(listDocuments, bearer(token))).body.error.code).toBe('auth.token_invalid')
})

test('past its end it opens nothing', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const { id, token } = await made({ expiresAt: tomorrow })
  expect((await call(listDocuments, bearer(token))).status).toBe(200)
  await db().update(tokens).set({ expiresAt: new Date() }).where(eq(tokens.id, id))
  expect((await call(listDocuments, bearer(token))).status).toBe(401)
  const past = await callJson(create, json({ name: 'late', expiresAt: '2020-01-01T00:00:00Z' }))
  expect(past.status).toBe(400)
})

test('rotated, both secrets open while they overlap, and without an overlap the new one alone', async () => {
  const turn = (overlapDays: number) =>
    callJson(rotate, { ...json({ overlapDays }), params: { tokenId: mine.id } })
  const second = (await turn(7)).body
  expect(second.last4).toBe(second.token.slice(-4))
  expect((await call(listDocuments, bearer(mine.token))).status).toBe(200)
  expect((await call(listDocuments, bearer(second.token))).status).toBe(200)
  const third = (await turn(0)).body
  const answers = [mine, second, third].map(
    async ({ token }) => (await call(listDocuments, bearer(token))).status,
  )
  expect(await Promise.all(answers)).toEqual([401, 401, 200])
  expect((await callJson(list)).body.tokens).toHaveLength(1)
})

test('it sends to its steps alone', async () => {
  const { token } = await made({ steps: [receiptStep] })
  const refused = await send(token)
  expect(refused.body.error?.code ?? refused.body.documents?.[0]?.error?.code).toBe('token.step_forbidden')
  expect((await send(token, receiptStep)).status).toBe(201)
})

test('over its pages of the month nothing is taken, also where two come at the same moment', async () => {
  const { token } = await made({ monthlyPages: 1 })
  const sent = await Promise.all([send(token), send(token), send(token)])
  expect(sent.map(({ status }) => status).sort()).toEqual([201, 402, 402])
  const refused = sent.find(({ status }) => status === 402)
  expect(refused?.body.error).toMatchObject({ code: 'token.pages_spent', limit: 1, left: 0 })
  expect((await send(mine.token)).status).toBe(201)
})

test('nobody gives a token more than they may themselves, and a token makes no token', async () => {
  expect((await callJson(create, json({ name: 'x', abilities: ['settings'] }))).status).toBe(403)
  const by = await callJson(create, { ...json({ name: 'x' }), ...bearer(mine.token) })
  expect([by.status, by.body.error.code]).toEqual([403, 'auth.session_required'])
})

test('others see and end nobody’s but their own; an administrator all', async () => {
  signInAs(await addPerson('uploader'))
  expect((await callJson(list)).body.tokens).toEqual([])
  expect((await call(list, { path: '/api/tokens?all=1' })).status).toBe(403)
  const target = { method: 'DELETE', params: { tokenId: mine.id } }
  expect((await call(revoke, target)).status).toBe(404)
  signInAs(await addPerson('admin'))
  const { body } = await callJson(list, { path: '/api/tokens?all=1' })
  expect(body.tokens.map(({ id }: { id: string }) => id)).toContain(mine.id)
  expect((await call(revoke, target)).status).toBe(204)
})

test('a token sees no more documents than its person', async () => {
  const theirs = await send(mine.token)
  const { id } = theirs.body.documents?.[0]?.document ?? theirs.body.document ?? theirs.body
  signInAs(await addPerson('uploader'))
  const { token } = await made()
  const other = await callJson(getDocument, { params: { documentId: id }, ...bearer(token) })
  expect(other.status).toBe(404)
})

test('the fifty-first token of a person is refused', async () => {
  for (let count = 1; count < 50; count += 1) await made()
  const { status, body } = await callJson(create, json({ name: 'one too many' }))
  expect([status, body.error.code]).toEqual([409, 'token.too_many'])
})
