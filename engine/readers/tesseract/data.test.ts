import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { prepareTesseractData } from './data'

let temporary: string

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'intray-test-'))
  vi.stubEnv('TMPDIR', temporary)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(temporary, { recursive: true })
})

test('each form is written when it is asked for, once, and both hold the same', async () => {
  const folder = await prepareTesseractData('plain')
  expect(readdirSync(folder).sort()).toEqual(
    ['deu', 'eng', 'fra', 'spa'].map((language) => `${language}.traineddata`),
  )
  const before = statSync(join(folder, 'eng.traineddata'))
  expect(await prepareTesseractData('packed')).toBe(folder)
  expect(await prepareTesseractData('plain')).toBe(folder)
  const [plain, packed] = ['eng.traineddata', 'eng.traineddata.gz'].map((name) =>
    readFileSync(join(folder, name)),
  )
  expect(plain && packed && gunzipSync(packed).equals(plain)).toBe(true)
  expect(statSync(join(folder, 'eng.traineddata'))).toMatchObject({
    ino: before.ino,
    mtimeMs: before.mtimeMs,
  })
})

test.skipIf(process.platform === 'win32')('a folder that others can write in is not used', async () => {
  const folder = await prepareTesseractData('plain')
  chmodSync(folder, 0o777)
  await expect(prepareTesseractData('plain')).rejects.toThrow('is open to others')
})
