import { statfs } from 'node:fs/promises'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { uploadsPlace } from '@/lib/files/room/free-room'
import { promiseRoom } from '@/lib/files/room/promised-room'
import { promisedRoom } from '@/lib/files/tables'
import { uploads } from '@/lib/files/uploads'
import { s3 } from '../support/s3'
import { setUpDesk } from '../support/set-up-desk'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, default: real, statfs: vi.fn(real.statfs) }
})

const desk = setUpDesk({ role: 'uploader' })

beforeEach(async () => {
  vi.mocked(statfs).mockResolvedValue({ bavail: 50_000_000 + 100, bsize: 1 } as never)
  await db().delete(promisedRoom)
  expect(s3.url).toBeTruthy()
  await uploads()
})

const promise = (id: string) => promiseRoom({ id, personId: desk.user.id, bytes: 60 })

test('with a bucket, uploads take no room of one another on this disk, and forms do', async () => {
  await promise('a1')
  await promise('a2')
  await promise('form_1')
  await expect(promise('form_2')).rejects.toMatchObject({ code: 'storage.full' })
})

test('uploads that grow here for want of ListParts take room of one another', async () => {
  uploadsPlace().isBucket = false
  await promise('a1')
  await expect(promise('a2')).rejects.toMatchObject({ code: 'storage.full' })
})
