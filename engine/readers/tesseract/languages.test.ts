import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { findLanguageData } from './languages'

const folder = mkdtempSync(join(tmpdir(), 'intray-test-'))

afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true }))

test('data that come with the engine are taken before those of the installed tesseract', async () => {
  const data = await findLanguageData('spa')
  expect(data?.isPacked).toBe(true)
  expect(data?.path).toMatch(/@tesseract\.js-data.spa/)
})

test.skipIf(process.platform === 'win32')(
  'other languages are those of the tesseract on the PATH',
  async () => {
    const program = join(folder, 'tesseract')
    writeFileSync(program, `#!/bin/sh\necho 'List of available languages in "${folder}/" (1):'\necho xho\n`)
    chmodSync(program, 0o755)
    writeFileSync(join(folder, 'xho.traineddata'), 'data')
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
    expect(await findLanguageData('xho')).toEqual({ path: join(folder, 'xho.traineddata'), isPacked: false })
    expect(await findLanguageData('zul')).toBeNull()
  },
)
