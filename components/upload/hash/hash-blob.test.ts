import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashBlob } from './hash-blob'
import { hashInWorker } from './hash-in-worker'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test.each([0, 1, 4 * 1024 * 1024, 9_000_001])(
  'a file of %i bytes has the hash that the server counts',
  async (size) => {
    const bytes = new Uint8Array(randomBytes(size))
    expect(await hashBlob(new Blob([bytes]))).toBe(sha256(bytes))
  },
)

test('a part of a file has the hash of that part', async () => {
  const bytes = new Uint8Array(randomBytes(1000))
  expect(await hashInWorker(new Blob([bytes]).slice(0, 600))).toBe(sha256(bytes.subarray(0, 600)))
})

test('a file that cannot be read any more has none', async () => {
  const gone = new Blob(['x'])
  gone.slice = () => {
    throw new DOMException('gone', 'NotReadableError')
  }
  expect(await hashInWorker(gone)).toBeNull()
})
