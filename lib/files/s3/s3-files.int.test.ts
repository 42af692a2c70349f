import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type StubS3, startStubS3 } from '@/tests/stubs/s3'
import type { FileStore } from '../file-store'
import { sha256OfFile } from '../receive/hash'
import { incomingFolder } from '../receive/incoming'
import { createFileStore } from '../stores'

const received = path.join(incomingFolder(), 'one')
const key = 'originals/doc_1'
let s3: StubS3
let store: FileStore

beforeAll(async () => {
  s3 = await startStubS3()
  store = createFileStore({ FILES_URL: s3.url, INTRAY_DATA_DIR: '/nowhere' })
  await mkdir(incomingFolder(), { recursive: true })
})
beforeEach(async () => {
  s3.objects.clear()
  s3.behaviour.refuse = undefined
  s3.behaviour.refuseWhen = undefined
  s3.behaviour.breaksAfterBytes = undefined
  s3.behaviour.losesBytes = false
  await writeFile(received, 'the bytes')
})
afterAll(() => s3.close())

const put = async () => store.put({ from: received, key, sha256: await sha256OfFile(received) })
const readAll = async (part: { key: string; start?: number; end?: number }) => {
  const chunks: Buffer[] = []
  for await (const chunk of await store.open(part)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('a stored file lies under the prefix, is read back whole or in part, and is gone after its removal', async () => {
  await put()
  expect([...s3.objects.keys()]).toEqual(['a/originals/doc_1'])
  expect(await store.findBytes(key)).toBe(9)
  expect(String(await readAll({ key }))).toBe('the bytes')
  expect(String(await readAll({ key, start: 4, end: 6 }))).toBe('byt')
  expect(String(await readAll({ key, start: 4 }))).toBe('bytes')
  await store.remove(key)
  await store.remove(key)
  expect(await store.findBytes(key)).toBeNull()
  await expect(store.open({ key })).rejects.toMatchObject({ code: 'document.original_gone' })
})

test('a large file goes in parts and comes back byte for byte, also as a file on this machine', async () => {
  const bytes = randomBytes(20_000_001)
  await writeFile(received, bytes)
  await put()
  expect((await readAll({ key })).equals(bytes)).toBe(true)
  const lent = await store.withLocalFile({
    key,
    use: async (file) => ({ file, bytes: await readFile(file) }),
  })
  expect(lent.bytes.equals(bytes)).toBe(true)
  expect(await readdir(incomingFolder())).not.toContain(path.basename(lent.file))
})

test('a store that keeps other bytes than it was sent is found out, and what it kept is removed', async () => {
  s3.behaviour.losesBytes = true
  await expect(put()).rejects.toThrow('differs')
  expect(s3.objects.size).toBe(0)
})

test('keys are listed by prefix and age', async () => {
  await put()
  expect(await store.listKeys({ prefix: 'originals', olderThanMs: 0 })).toEqual([key])
  expect(await store.listKeys({ prefix: 'originals', olderThanMs: 60_000 })).toEqual([])
  expect(await store.listKeys({ prefix: 'original', olderThanMs: 0 })).toEqual([])
})

test.each([
  [{ status: 403, code: 'AccessDenied' }, 'storage.refused'],
  [{ status: 404, code: 'NoSuchBucket' }, 'storage.refused'],
  [{ status: 507, code: 'XMinioStorageFull' }, 'storage.full'],
  [{ status: 403, code: 'QuotaExceeded' }, 'storage.full'],
  [{ status: 503, code: 'SlowDown' }, 'storage.unreachable'],
])('an answer %o is %s', async (answer, code) => {
  s3.behaviour.refuse = answer
  await expect(put()).rejects.toMatchObject({ code })
  await expect(store.check()).rejects.toMatchObject({ code })
})

test('a store that is away is unreachable and no word of it shows the secret', async () => {
  await put()
  await s3.goAway()
  try {
    const failure = await store.open({ key }).catch((error) => error)
    expect(failure).toMatchObject({ code: 'storage.unreachable' })
    expect(`${failure.cause.stack} ${JSON.stringify(failure)}`).not.toContain('stub/secret')
    await expect(store.check()).rejects.toMatchObject({ code: 'storage.unreachable' })
  } finally {
    await s3.comeBack()
  }
  expect(String(await readAll({ key }))).toBe('the bytes')
})

test('a download that breaks off is an error of the store, not a shorter file', async () => {
  await put()
  s3.behaviour.breaksAfterBytes = 4
  await expect(readAll({ key })).rejects.toMatchObject({ code: 'storage.unreachable' })
})

test.each(['HEAD', 'GET'])(
  'a %s that is not found by somebody else than S3 is a fault, not a missing file',
  async (method) => {
    await put()
    s3.behaviour.refuseWhen = () => ({ status: 404 })
    const asked = method === 'HEAD' ? store.findBytes(key) : store.open({ key })
    await expect(asked).rejects.toMatchObject({ code: 'storage.refused' })
    s3.behaviour.refuseWhen = () => ({ status: 404, code: 'NoSuchBucket' })
    await expect(store.findBytes(key)).rejects.toMatchObject({ code: 'storage.refused' })
  },
)

test('a store that can be listed and not written is found out by the check, which leaves nothing behind', async () => {
  s3.objects.clear()
  await store.check()
  expect(s3.objects.size).toBe(0)
  s3.behaviour.refuseWhen = ({ method: asked }) =>
    asked === 'PUT' ? { status: 403, code: 'AccessDenied' } : null
  await expect(store.check()).rejects.toMatchObject({ code: 'storage.refused' })
})
