import { defaultOptions, type PreviousUpload, Upload } from 'tus-js-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { documentSummary } from '@/tests/support/document-summary'
import { claimUpload, listClaimedUploads } from './claimed-uploads'
import { fetchOutcome } from './fetch-outcome'
import { discardUnfinishedUpload, findUnfinishedUploads } from './unfinished-uploads'

const url = '/api/uploads/1'
const stored: PreviousUpload = {
  size: 100,
  metadata: {
    filename: 'a.pdf',
    filetype: 'application/pdf',
    step: 'inv',
    metadata: '{"order":"7"}',
    duplicate: 'allow',
  },
  creationTime: '',
  urlStorageKey: 'tus::1',
  uploadUrl: url,
  parallelUploadUrls: null,
}
const removeUpload = vi.fn(async () => {})
let kept: PreviousUpload[] = []

beforeEach(() => {
  kept = [stored]
  // A page without https has no locks, and Node 20 no navigator.
  vi.stubGlobal('navigator', {})
  removeUpload.mockClear()
  defaultOptions.urlStorage = {
    findAllUploads: async () => kept,
    findUploadsByFingerprint: async () => [],
    removeUpload,
    addUpload: async () => '',
  }
})
afterEach(() => vi.unstubAllGlobals())

/** The server, which has so many bytes of the upload, or answers with that status. */
function stubServer({
  offset,
  status = 200,
  outcome,
}: {
  offset?: number
  status?: number
  outcome?: Response
}) {
  const calls: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    calls.push([method, path, body].filter(Boolean).join(' '))
    if (method === 'HEAD')
      return new Response(null, {
        status,
        headers: offset === undefined ? {} : { 'Upload-Offset': `${offset}` },
      })
    if (!outcome) throw new TypeError('Failed to fetch')
    return outcome
  })
  return calls
}
const problem = (status: number, code: string) =>
  Response.json({ error: { code, message: 'No.' } }, { status })

test('what an earlier visit left half sent is found again with all that belongs to it', async () => {
  stubServer({ offset: 40 })
  expect(await findUnfinishedUploads()).toEqual([
    {
      name: 'a.pdf',
      bytes: 100,
      contentType: 'application/pdf',
      options: { stepId: 'inv', metadata: { order: '7' } },
      allowDuplicate: true,
      sha256: null,
      receipt: null,
      phase: { kind: 'unfinished', sentBytes: 40, upload: { storageKey: 'tus::1', uploadUrl: url } },
    },
  ])
  expect(removeUpload).not.toHaveBeenCalled()
})

test('what the server has forgotten is forgotten here too', async () => {
  stubServer({ status: 404 })
  expect(await findUnfinishedUploads()).toEqual([])
  expect(removeUpload).toHaveBeenCalledExactlyOnceWith('tus::1')
})

test('what was refused while nobody looked is told with its reason', async () => {
  stubServer({ status: 410, outcome: problem(422, 'document.duplicate') })
  expect((await findUnfinishedUploads()).map(({ phase }) => phase)).toMatchObject([
    { kind: 'duplicate', uploadUrl: url },
  ])
  expect(removeUpload).toHaveBeenCalledExactlyOnceWith('tus::1')
})

test('while the server cannot say, it is neither shown nor forgotten', async () => {
  stubServer({ status: 503 })
  expect(await findUnfinishedUploads()).toEqual([])
  expect(removeUpload).not.toHaveBeenCalled()
})

test('what another tab is sending right now is not unfinished', async () => {
  const calls = stubServer({ offset: 40 })
  const release = claimUpload(url)
  expect(await findUnfinishedUploads()).toEqual([])
  expect(calls).toEqual([])
  release()
  expect(await findUnfinishedUploads()).toHaveLength(1)
})

test('what arrived in full and was accepted is a card by now; what was refused says so', async () => {
  stubServer({ offset: 100, outcome: Response.json({ documents: [documentSummary()], refused: [] }) })
  expect(await findUnfinishedUploads()).toEqual([])
  expect(removeUpload).toHaveBeenCalledOnce()
  stubServer({ offset: 100, outcome: problem(422, 'upload.unreadable') })
  expect((await findUnfinishedUploads()).map(({ phase }) => phase.kind)).toEqual(['refused'])
})

test('what is given up is given up here and on the server', async () => {
  const terminate = vi.spyOn(Upload, 'terminate').mockRejectedValue(new Error('gone'))
  await discardUnfinishedUpload({ uploadUrl: url, storageKey: 'tus::1' })
  expect(removeUpload).toHaveBeenCalledExactlyOnceWith('tus::1')
  expect(terminate).toHaveBeenCalledExactlyOnceWith(url, { headers: {} })
})

test('the outcome is asked for by the address of the upload, and a copy allowed only where that was wished', async () => {
  const accepted = () => Response.json({ documents: [documentSummary()], refused: [] })
  const calls = stubServer({ outcome: accepted() })
  expect((await fetchOutcome({ uploadUrl: url })).phase).toEqual({ kind: 'received', documentId: 'doc_1' })
  const again = stubServer({ outcome: accepted() })
  await fetchOutcome({ uploadUrl: url, allowDuplicate: true })
  expect([...calls, ...again]).toEqual([
    `POST ${url}/outcome {}`,
    `POST ${url}/outcome {"duplicate":"allow"}`,
  ])
})

test('a copy that was refused can still be taken in from where its bytes are; without a line nothing is known', async () => {
  stubServer({ outcome: problem(409, 'document.duplicate') })
  expect((await fetchOutcome({ uploadUrl: url })).phase).toMatchObject({ kind: 'duplicate', uploadUrl: url })
  stubServer({})
  expect((await fetchOutcome({ uploadUrl: url })).phase).toEqual({
    kind: 'failed',
    problem: { code: 'line_lost' },
  })
})

test('a claim is known to all tabs by the browser’s locks, and ends with it', async () => {
  const held: { name: string }[] = []
  const request = vi.fn(async (name: string, hold: () => Promise<void>) => {
    held.push({ name })
    await hold()
    held.pop()
  })
  vi.stubGlobal('navigator', {
    locks: { request, query: async () => ({ held: [...held, { name: 'other' }] }) },
  })
  const release = claimUpload('/api/uploads/2')
  held.push({ name: 'intray-upload:/api/uploads/3' })
  expect(await listClaimedUploads()).toEqual(new Set(['/api/uploads/2', '/api/uploads/3']))
  held.pop()
  release()
  await vi.waitFor(async () => expect(await listClaimedUploads()).toEqual(new Set()))
})
