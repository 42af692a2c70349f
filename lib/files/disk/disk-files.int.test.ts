import { link, mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { sha256OfFile } from '../receive/hash'
import { incomingFolder } from '../receive/incoming'
import { requireRoom } from '../room/free-room'
import { fileStore } from '../stores'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, link: vi.fn(real.link), open: vi.fn(real.open) }
})

const store = fileStore()
const received = path.join(incomingFolder(), 'one')
const key = 'originals/doc_1'

beforeEach(async () => {
  await mkdir(incomingFolder(), { recursive: true })
  await writeFile(received, 'the bytes')
})

const readAll = async (part: { key: string; start?: number; end?: number }) => {
  const chunks: Buffer[] = []
  for await (const chunk of await store.open(part)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

test('a stored file is read back whole or in part, and gone after its removal', async () => {
  await store.put({ from: received, key, sha256: await sha256OfFile(received) })
  expect(await store.findBytes(key)).toBe(9)
  expect(await readAll({ key })).toBe('the bytes')
  expect(await readAll({ key, start: 4, end: 6 })).toBe('byt')
  expect(await readFile(received, 'utf8')).toBe('the bytes')
  await store.remove(key)
  expect(await store.findBytes(key)).toBeNull()
  await expect(store.open({ key })).rejects.toMatchObject({ code: 'document.original_gone' })
})

test('storing under the same key again replaces the file', async () => {
  await store.put({ from: received, key, sha256: await sha256OfFile(received) })
  await writeFile(`${received}-two`, 'others')
  await store.put({ from: `${received}-two`, key, sha256: await sha256OfFile(`${received}-two`) })
  expect(await readAll({ key })).toBe('others')
})

test('a disk without hard links gets a copy, which is compared with what was received', async () => {
  vi.mocked(link).mockRejectedValue(Object.assign(new Error('no links here'), { code: 'EPERM' }))
  await store.put({ from: received, key, sha256: await sha256OfFile(received) })
  expect((await stat(received)).nlink).toBe(1)
  expect(await readAll({ key })).toBe('the bytes')

  await expect(store.put({ from: received, key, sha256: 'of something else' })).rejects.toThrow('differs')
  expect(await store.findBytes(key)).toBeNull()
})

test('a file larger than what the disk has left is refused before it is sent', async () => {
  await requireRoom(1_000)
  await expect(requireRoom(Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({ code: 'storage.full' })
})

test('a disk that does not take what the check writes costs no open file', async () => {
  const broken = Object.assign(new Error('input/output error'), { code: 'EIO' })
  const handle = await open(received)
  vi.spyOn(handle, 'writeFile').mockResolvedValue()
  vi.spyOn(handle, 'datasync').mockRejectedValue(broken)
  vi.mocked(open).mockResolvedValueOnce(handle)
  await expect(store.check()).rejects.toBe(broken)
  expect(handle.fd).toBe(-1)
})
