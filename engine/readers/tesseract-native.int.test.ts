import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toGreyPicture } from './grey-picture'

const sample = resolve(import.meta.dirname, '../../tests/fixtures/samples/receipt.png')
const run = promisify(execFile)
const findPath = (program: string) =>
  run('which', [program]).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  )
const [tesseract, stdbuf] = await Promise.all([findPath('tesseract'), findPath('stdbuf')])

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intray-native-'))
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
  await writeProgram({ name: 'tesseract', script: `echo start >> ${folder}/starts; exec ${tesseract} "$@"` })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** First on the PATH from now on. */
async function writeProgram({ name, script }: { name: string; script: string }): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, name), 0o755)
}

/** A page, a smaller one, and the first again, read by a module that has read nothing yet; and the starts this took. */
async function readThree() {
  vi.resetModules()
  const { recogniseNatively } = await import('./tesseract-native')
  const { endResidents } = await import('./tesseract-resident')
  const open = (width: number) =>
    toGreyPicture(sharp(sample).flatten({ background: 'white' }).resize({ width }))
  const words = []
  for (const width of [600, 450, 600]) words.push(await recogniseNatively(await open(width)))
  await endResidents()
  const starts = (await readFile(join(folder, 'starts'), 'utf8')).trim().split('\n').length
  return { words, starts }
}

test.skipIf(!tesseract || !stdbuf || process.platform !== 'linux')(
  'one tesseract reads page after page, and each as one started for it would',
  async () => {
    const staying = await readThree()
    expect(staying.starts).toBe(1)
    expect(staying.words[0]?.length).toBeGreaterThan(5)
    expect(staying.words[2]).toEqual(staying.words[0])

    await rm(join(folder, 'starts'))
    await writeProgram({ name: 'stdbuf', script: 'exit 1' })
    const anew = await readThree()
    expect(anew.starts).toBe(3)
    expect(anew.words).toEqual(staying.words)
  },
)
