import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { Upload } from '@tus/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseS3Location } from '@/lib/s3-location'
import { type StubS3, startStubS3 } from '@/tests/stubs/s3'
import { readS3Features } from './s3-features'
import { S3Uploads } from './s3-uploads'

const bytes = randomBytes(9_000_000)
let s3: StubS3
let store: S3Uploads

beforeAll(async () => {
  s3 = await startStubS3()
  store = new S3Uploads(parseS3Location(s3.url))
})
beforeEach(() => {
  s3.behaviour.refuse = undefined
  s3.behaviour.refuseWhen = undefined
  s3.behaviour.overwrites = false
})
afterAll(() => s3.close())

async function begin(id: string, part = bytes.subarray(0, 7_000_000)) {
  await store.create(new Upload({ id, size: bytes.length, offset: 0 }))
  return store.write(Readable.from([part]), id, 0)
}
const offsetOf = async (id: string) => (await store.getUpload(id)).offset

test('what has arrived is counted, and only what S3 knows nothing of is not there', async () => {
  expect(await begin('one')).toBe(7_000_000)
  expect(await offsetOf('one')).toBe(7_000_000)
  expect(await store.write(Readable.from([bytes.subarray(7_000_000)]), 'one', 7_000_000)).toBe(bytes.length)
  expect(await offsetOf('one')).toBe(bytes.length)
  await expect(store.getUpload('none')).rejects.toMatchObject({ status_code: 404 })
})

test.each([
  ['its note cannot be read', '.info', 503],
  ['its note is answered by a proxy', '.info', 404],
  ['its parts cannot be listed', 'upload', 500],
  ['its parts are answered by a proxy', 'upload', 404],
  ['its last piece is answered by a proxy', '.part', 404],
])('an upload is not taken for lost, nor for complete, where %s', async (_, ending, status) => {
  const id = `${randomBytes(4).toString('hex')}upload`
  await begin(id)
  s3.behaviour.refuseWhen = ({ key }) => (key.endsWith(ending) ? { status } : null)
  await expect(store.getUpload(id)).rejects.toMatchObject({
    code: status === 404 ? 'storage.refused' : 'storage.unreachable',
  })
  s3.behaviour.refuseWhen = undefined
  expect(await offsetOf(id)).toBe(7_000_000)
})

test('an upload whose parts were cleared away by a rule of the bucket is gone, not complete', async () => {
  await begin('three')
  s3.uploads.clear()
  await expect(store.getUpload('three')).rejects.toMatchObject({ status_code: 410 })
})

test('a list that breaks off is a fault of the store', async () => {
  s3.behaviour.refuse = { status: 503, code: 'SlowDown' }
  await expect(store.listIds()).rejects.toMatchObject({ code: 'storage.unreachable' })
})

const features = () => readS3Features(parseS3Location(s3.url))

test('a store that has all is found to, and nothing is left of the trial', async () => {
  const before = [...s3.objects.keys()]
  expect(await features()).toEqual({ listParts: true, conditionalWrites: true })
  expect([...s3.objects.keys()]).toEqual(before)
})

test.each([
  { status: 501, code: 'NotImplemented' },
  { status: 404, code: 'NoSuchKey' },
  { status: 403, code: 'AccessDenied' },
])('a store that answers %o to ListParts lacks it', async (answer) => {
  s3.behaviour.refuseWhen = ({ method, query }) => (method === 'GET' && query.has('uploadId') ? answer : null)
  expect(await features()).toEqual({ listParts: false, conditionalWrites: true })
})

test('a store that overwrites what it was asked not to lacks conditional writes', async () => {
  s3.behaviour.overwrites = true
  expect(await features()).toEqual({ listParts: true, conditionalWrites: false })
})

test('a store that is away, or refuses us altogether, is not said to lack anything', async () => {
  s3.behaviour.refuse = { status: 503, code: 'SlowDown' }
  await expect(features()).rejects.toMatchObject({ code: 'storage.unreachable' })
  s3.behaviour.refuse = { status: 403, code: 'InvalidAccessKeyId' }
  await expect(features()).rejects.toMatchObject({ code: 'storage.refused' })
})
