import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receiveInto } from '@/engine/store/incoming-file'

const maxBytes = 1_000_000
const tooLarge = new Error('too large')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intray-incoming-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* inChunks({ bytes, chunkBytes }: { bytes: Buffer; chunkBytes: number }) {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
}

const contentOf = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, at) => at % 251))

describe.each([
  { name: 'small', bytes: contentOf(9_000), isThereBefore: false },
  { name: 'large', bytes: contentOf(600_000), isThereBefore: true },
])('a $name file', ({ bytes, isThereBefore }) => {
  test.each([{ isSynced: true }, { isSynced: false }])(
    'is kept byte for byte, synced: $isSynced',
    async ({ isSynced }) => {
      let synced = 0
      const sync = async () => {
        synced += 1
      }
      const at = path.join(folder, 'kept')
      const file = receiveInto({
        file: at,
        sync: isSynced ? sync : null,
        maxBytes,
        onTooLarge: () => tooLarge,
      })
      await file.receive(inChunks({ bytes, chunkBytes: 4_000 }))
      expect(await readdir(folder)).toEqual(isThereBefore ? ['kept'] : [])
      await file.keep()
      await file.discard()
      expect((await readFile(at)).equals(bytes)).toBe(true)
      expect(file.head()).toEqual(bytes.subarray(0, 4_100))
      expect(synced).toBe(isSynced ? 1 : 0)
    },
  )

  test('leaves nothing when it is discarded', async () => {
    const at = path.join(folder, 'discarded')
    const file = receiveInto({ file: at, sync: null, maxBytes, onTooLarge: () => tooLarge })
    await file.receive(inChunks({ bytes, chunkBytes: 4_000 }))
    await file.discard()
    expect(await readdir(folder)).toEqual([])
  })
})

test('a file that grows beyond its limit is refused', async () => {
  const at = path.join(folder, 'large')
  const file = receiveInto({ file: at, sync: null, maxBytes, onTooLarge: () => tooLarge })
  const bytes = Buffer.alloc(maxBytes + 1)
  await expect(file.receive(inChunks({ bytes, chunkBytes: 64_000 }))).rejects.toBe(tooLarge)
  await file.discard()
  expect(await readdir(folder)).toEqual([])
})
