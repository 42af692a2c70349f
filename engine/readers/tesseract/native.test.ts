import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readNatively } from './native'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intray-native-'))
  await mkdir(join(folder, 'room'))
  await writeProgram({ name: 'tesseract', script: 'cat > /dev/null' })
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function writeProgram({ name, script }: { name: string; script: string }): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, name), 0o755)
}

test.skipIf(process.platform === 'win32')(
  'strips are read although there was no room for the data with the one before',
  async () => {
    const strip = { width: 2, height: 1, channels: 1 as const, pixels: Buffer.from([0, 255]) }
    const input = { strips: [strip], languages: ['eng'] }
    vi.stubEnv('TMPDIR', join(folder, 'tesseract'))
    await expect(readNatively(input)).rejects.toThrow('ENOTDIR')
    vi.stubEnv('TMPDIR', join(folder, 'room'))
    expect(await readNatively(input)).toEqual([[]])
  },
)
