import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { POST as createToken } from '@/app/api/tokens/route'
import { POST as begin } from '@/app/api/uploads/route'
import { db } from '@/lib/db/client'
import { sweepUploads } from '@/lib/documents/intake/sweep'
import { documents } from '@/lib/documents/tables'
import { uploads } from '@/lib/files/uploads'
import { revokeToken } from '@/lib/people/tokens/store'
import { call, callJson, invoiceStep, receiptStep, sample } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'
import { encodeMetadata, tusHeaders } from '../support/tus-client'

setUpDesk({ role: 'uploader' })
afterEach(() => {
  vi.useRealTimers()
})

async function newToken(limits: Record<string, unknown>): Promise<{ id: string; token: string }> {
  const body = JSON.stringify({ name: 'nightly import', ...limits })
  return (await callJson(createToken, { method: 'POST', body })).body
}

function beginWith(token: string, bytes: number) {
  const headers = {
    ...tusHeaders,
    authorization: `Bearer ${token}`,
    'upload-length': String(bytes),
    'upload-metadata': encodeMetadata({ filename: 'a.pdf', step: invoiceStep }),
  }
  return call(begin, { path: '/api/uploads', method: 'POST', headers })
}

/** All of it arrived, and the request that brought the last byte was lost. */
async function leaveComplete(token: string): Promise<string> {
  const bytes = await sample('invoice.pdf', { unique: true })
  const begun = await beginWith(token, bytes.length)
  const uploadId = begun.headers.get('location')?.split('/').at(-1) ?? ''
  await (await uploads()).store.write(Readable.from([bytes]), uploadId, 0)
  return uploadId
}

async function sweptAs(uploadId: string) {
  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] })
  await sweepUploads()
  vi.useRealTimers()
  const ofUpload = eq(documents.id, `doc_${uploadId}`)
  return db().select({ tokenId: documents.tokenId }).from(documents).where(ofUpload)
}

test('an upload to a step that is not the token’s is refused before its first byte', async () => {
  const { token } = await newToken({ steps: [receiptStep] })
  const refused = await beginWith(token, 1000)
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'token.step_forbidden'])
})

test('what the sweep takes in counts as sent with the token that began it, and within its pages', async () => {
  const { id, token } = await newToken({ monthlyPages: 1 })
  expect(await sweptAs(await leaveComplete(token))).toEqual([{ tokenId: id }])
  expect(await sweptAs(await leaveComplete(token))).toEqual([])
})

test('what was begun with a token that was revoked meanwhile is not taken in', async () => {
  const { id, token } = await newToken({})
  const uploadId = await leaveComplete(token)
  await revokeToken({ id })
  expect(await sweptAs(uploadId)).toEqual([])
})
