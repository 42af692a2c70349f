import { createHash } from 'node:crypto'
import { defaultOptions } from 'tus-js-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { documentSummary } from '@/tests/support/document-summary'
import { uploadItem } from '@/tests/support/uploads'
import { sendFile } from './send-file'

const file = new File(['the bytes'], 'a.pdf')
const sha256 = createHash('sha256').update('the bytes').digest('hex')
const asItWas = { ...defaultOptions }
/** Node's build of the client reads no files of a browser. */
const fileReader = {
  openFile: async () => ({
    size: file.size,
    slice: async () => ({ value: new Blob(['the bytes']), done: true }),
    close: () => undefined,
  }),
}
const mismatch = { status: 422, body: { error: { code: 'upload.checksum_mismatch', message: 'No.' } } }
const accepted = { status: 200, body: { documents: [documentSummary()], refused: [] } }
let created: string[] = []

beforeEach(() => {
  created = []
  vi.stubGlobal('navigator', {})
  Object.assign(defaultOptions, { fileReader, fingerprint: async () => 'one' })
  defaultOptions.urlStorage = {
    findAllUploads: async () => [],
    findUploadsByFingerprint: async () => [],
    removeUpload: async () => undefined,
    addUpload: async () => '',
  }
})
afterEach(() => {
  Object.assign(defaultOptions, asItWas)
  vi.unstubAllGlobals()
})

type Answer = { status: number; body: unknown }

/** A server that takes any upload and answers the last piece of each with the next of these. */
function serve(...answers: Answer[]) {
  defaultOptions.httpStack = {
    getName: () => 'test',
    createRequest: (method, url) => {
      const headers: Record<string, string> = {}
      const send = async () => {
        if (method === 'POST') created.push(headers['Upload-Metadata'] ?? '')
        const { status, body } = method === 'POST' ? { status: 201, body: '' } : (answers.shift() ?? mismatch)
        const told: Record<string, string> = {
          Location: '/api/uploads/1',
          'Upload-Offset': String(file.size),
        }
        return {
          getStatus: () => status,
          getHeader: (name: string) => told[name],
          getBody: () => JSON.stringify(body),
          getUnderlyingObject: () => null,
        }
      }
      return {
        getMethod: () => method,
        getURL: () => url,
        setHeader: (name, value) => {
          headers[name] = value
        },
        getHeader: (name) => headers[name],
        setProgressHandler: () => undefined,
        send,
        abort: async () => undefined,
        getUnderlyingObject: () => null,
      }
    },
  }
}

function send() {
  const onRestart = vi.fn()
  const item = uploadItem({ kind: 'queued' }, { file })
  const quiet = () => undefined
  return { onRestart, sending: sendFile({ item, file, onProgress: quiet, onInterrupted: quiet, onRestart }) }
}

test('a file announces the hash of its bytes', async () => {
  serve(accepted)
  const { sending, onRestart } = send()
  expect((await sending.result).phase.kind).toBe('received')
  expect(created).toHaveLength(1)
  expect(created[0]).toContain(`sha256 ${Buffer.from(sha256).toString('base64')}`)
  expect(onRestart).not.toHaveBeenCalled()
})

test('where other bytes arrived the file is sent once more from the beginning, and says so', async () => {
  serve(mismatch, accepted)
  const { sending, onRestart } = send()
  expect((await sending.result).phase.kind).toBe('received')
  expect(created).toHaveLength(2)
  expect(onRestart).toHaveBeenCalledOnce()
})

test('where they do so again it is left to the person', async () => {
  serve(mismatch, mismatch, accepted)
  const { phase } = await send().sending.result
  expect(phase).toEqual({ kind: 'failed', problem: mismatch.body.error })
  expect(created).toHaveLength(2)
})

test('a file that cannot be read any more is told as such, and nothing is sent', async () => {
  serve(accepted)
  const gone = new File(['x'], 'a.pdf')
  gone.slice = () => {
    throw new DOMException('gone', 'NotReadableError')
  }
  const quiet = () => undefined
  const item = uploadItem({ kind: 'queued' }, { file: gone })
  const { result } = sendFile({ item, file: gone, onProgress: quiet, onInterrupted: quiet, onRestart: quiet })
  expect((await result).phase).toMatchObject({ kind: 'failed', problem: { code: 'file_gone' } })
  expect(created).toEqual([])
})

test('a browser whose storage is full or shut stops no file', async () => {
  const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  defaultOptions.urlStorage = {
    findAllUploads: refuse,
    findUploadsByFingerprint: refuse,
    removeUpload: refuse,
    addUpload: refuse,
  }
  serve(accepted)
  expect((await send().sending.result).phase.kind).toBe('received')
  expect(created).toHaveLength(1)
})

test('a file that is gone from the disk while it is sent says so and ends', async () => {
  const vanishing = new File(['the bytes'], 'a.pdf')
  let isGone = false
  const slice = vanishing.slice.bind(vanishing)
  vanishing.slice = (...part) => {
    if (isGone) throw new DOMException('changed', 'NotReadableError')
    return slice(...part)
  }
  serve({ status: 503, body: '' }, { status: 503, body: '' })
  const onInterrupted = () => {
    isGone = true
  }
  const quiet = () => undefined
  const item = uploadItem({ kind: 'queued' }, { file: vanishing })
  const { result } = sendFile({ item, file: vanishing, onProgress: quiet, onInterrupted, onRestart: quiet })
  expect((await result).phase).toMatchObject({ kind: 'failed', problem: { code: 'file_gone' } })
})
