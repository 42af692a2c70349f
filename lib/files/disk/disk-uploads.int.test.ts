import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Upload } from '@tus/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DiskUploads } from './disk-uploads'

let folder: string
const parts = [randomBytes(300_000), randomBytes(200_000), randomBytes(100_000)] as const
const whole = Buffer.concat(parts)
const sha256 = createHash('sha256').update(whole).digest('hex')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intray-uploads-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Two processes on one folder, each with what it has seen itself. */
const twoStores = () => [new DiskUploads(folder), new DiskUploads(folder)] as const

async function begin({ store, id }: { store: DiskUploads; id: string }): Promise<void> {
  await store.create(new Upload({ id, size: whole.length, offset: 0 }))
}

async function write({
  store,
  id,
  part,
  offset,
}: {
  store: DiskUploads
  id: string
  part: Buffer
  offset: number
}): Promise<void> {
  expect(await store.write(Readable.from([part]), id, offset)).toBe(offset + part.length)
}

async function received({ store, id }: { store: DiskUploads; id: string }) {
  const upload = await store.getUpload(id)
  return store.withFile({ upload, use: async (file) => ({ bytes: file.bytes, sha256: file.sha256 }) })
}

test('an upload is lent with its size and hash by the process that received it and by any other', async () => {
  const [here, there] = twoStores()
  await begin({ store: here, id: 'one' })
  await write({ store: here, id: 'one', part: whole, offset: 0 })
  expect(await received({ store: here, id: 'one' })).toEqual({ bytes: whole.length, sha256 })
  expect(await received({ store: there, id: 'one' })).toEqual({ bytes: whole.length, sha256 })
})

test('an upload whose parts came to different processes has the hash of all its bytes', async () => {
  const [here, there] = twoStores()
  await begin({ store: here, id: 'two' })
  await write({ store: here, id: 'two', part: parts[0], offset: 0 })
  await write({ store: there, id: 'two', part: parts[1], offset: 300_000 })
  await write({ store: here, id: 'two', part: parts[2], offset: 500_000 })
  expect(await received({ store: here, id: 'two' })).toEqual({ bytes: whole.length, sha256 })
})

test('an upload that broke off in a part and went on has the hash of all its bytes', async () => {
  const [store] = twoStores()
  await begin({ store, id: 'three' })
  await write({ store, id: 'three', part: parts[0], offset: 0 })
  const broken = Readable.from(
    (async function* () {
      yield parts[1].subarray(0, 70_000)
      throw new Error('the line is dead')
    })(),
  )
  await expect(store.write(broken, 'three', 300_000)).rejects.toBeDefined()
  const { offset } = await store.getUpload('three')
  await write({ store, id: 'three', part: whole.subarray(offset), offset })
  expect(await received({ store, id: 'three' })).toEqual({ bytes: whole.length, sha256 })
})
