import { createHash, randomBytes } from 'node:crypto'
import { defaultOptions, type PreviousUpload, Upload } from 'tus-js-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { resumeEarlier } from './resume-earlier'

const url = '/api/uploads/1'
const bytes = new Uint8Array(randomBytes(1000))
const file = new File([bytes], 'export.csv')
const hash = (part: Uint8Array) => createHash('sha256').update(part)
const metadata = { filename: 'export.csv', step: 'inv', sha256: hash(bytes).digest('hex') }
const removeUpload = vi.fn(async () => {})
let earlier: Record<string, string> = {}

beforeEach(() => {
  earlier = metadata
  vi.stubGlobal('navigator', {})
  removeUpload.mockClear()
  defaultOptions.urlStorage = {
    findAllUploads: async () => [],
    findUploadsByFingerprint: async () => [stored()],
    removeUpload,
    addUpload: async () => '',
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const stored = (): PreviousUpload => ({
  size: 1000,
  metadata: earlier,
  creationTime: '',
  urlStorageKey: 'tus::1',
  uploadUrl: url,
  parallelUploadUrls: null,
})

/** The server, which has this much of the upload, or answers with that status. */
function serve(arrived: { part: Uint8Array; isReadable?: boolean } | number) {
  const answer = () => {
    if (typeof arrived === 'number') return new Response(null, { status: arrived })
    const digest = `sha-256=:${hash(arrived.part).digest('base64')}:`
    return new Response(null, {
      headers: {
        'Upload-Offset': String(arrived.part.length),
        ...(arrived.isReadable === false ? {} : { 'Repr-Digest': digest }),
      },
    })
  }
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answer()),
  )
}

async function resume() {
  const upload = new Upload(file, { endpoint: '/api/uploads', fingerprint: async () => 'one' })
  return { end: await resumeEarlier({ upload, file, metadata }) }
}

test('a file goes on where its own beginning has arrived', async () => {
  serve({ part: bytes.subarray(0, 600) })
  expect((await resume()).end).toBe('resumed')
})

test('one of the same name, size and time goes on with nothing but its own upload', async () => {
  earlier = { ...metadata, sha256: 'of another export' }
  serve({ part: bytes.subarray(0, 600) })
  expect((await resume()).end).toBe('other_file')
  expect(fetch).not.toHaveBeenCalled()
  expect(removeUpload).not.toHaveBeenCalled()
})

test('an upload begun without a hash is compared by what has arrived of it', async () => {
  earlier = { filename: 'export.csv', step: 'inv' }
  serve({ part: bytes.subarray(0, 600) })
  expect((await resume()).end).toBe('resumed')
  serve({ part: new Uint8Array(randomBytes(600)) })
  expect((await resume()).end).toBe('other_file')
  serve({ part: bytes.subarray(0, 600), isReadable: false })
  expect((await resume()).end).toBe('other_file')
})

test('where what arrived of this very file is not its beginning, that upload is given up', async () => {
  const terminate = vi.spyOn(Upload, 'terminate').mockResolvedValue()
  serve({ part: new Uint8Array(randomBytes(600)) })
  expect((await resume()).end).toBe('other_file')
  expect(removeUpload).toHaveBeenCalledWith('tus::1')
  expect(terminate.mock.calls[0]?.[0]).toBe(url)
})

test('where the store cannot read what arrived, the hash of the whole decides', async () => {
  serve({ part: bytes.subarray(0, 600), isReadable: false })
  expect((await resume()).end).toBe('resumed')
})

test.each([404, 410])(
  'an upload that is no more (%i) is begun anew, without a word of another file',
  async (status) => {
    serve(status)
    expect((await resume()).end).toBe('begun')
  },
)

test('another step or other details are another upload', async () => {
  earlier = { ...metadata, step: 'receipts' }
  serve({ part: bytes.subarray(0, 600) })
  expect((await resume()).end).toBe('begun')
})
