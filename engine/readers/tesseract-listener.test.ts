import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTesseractListener, type TesseractListener } from './tesseract-listener'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intray-listener-'))
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** A listener whose tesseract is this shell script. */
async function startWith(script: string): Promise<TesseractListener> {
  await writeFile(join(folder, 'stdbuf'), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, 'stdbuf'), 0o755)
  return startTesseractListener({ args: [], files: [] })
}

/** Says of each picture its number and its name, in two parts as a pipe may. */
const naming = `page=0
while read -r name; do
  page=$((page + 1))
  printf '1\\t%s\\t0\\t0' "$page"
  sleep 0.02
  printf '\\t\\n'
  [ "$name" = blank ] || printf '5\\t%s\\t%s\\n' "$page" "$name"
done`

test.skipIf(process.platform === 'win32')(
  'each question is answered with what its own pages say',
  async () => {
    const listener = await startWith(naming)
    const ask = (name: string) => listener.ask({ paths: [name, 'blank'], timeoutMs: 5_000 })
    expect(await ask('first')).toEqual({ tsv: '1\t1\t0\t0\t\n5\t1\tfirst\n1\t2\t0\t0\t\n' })
    expect(await ask('second')).toEqual({ tsv: '1\t3\t0\t0\t\n5\t3\tsecond\n1\t4\t0\t0\t\n' })
    listener.end()
  },
)

test.skipIf(process.platform === 'win32')('an answer that does not come is late', async () => {
  const listener = await startWith('exec sleep 30')
  expect(await listener.ask({ paths: ['page', 'blank'], timeoutMs: 100 })).toBe('late')
  listener.end()
})

test.skipIf(process.platform === 'win32')(
  'a question to one that died is told so, then and later',
  async () => {
    const listener = await startWith('read -r name; exit 1')
    expect(await listener.ask({ paths: ['page', 'blank'], timeoutMs: 5_000 })).toBe('ended')
    expect(await listener.ask({ paths: ['page', 'blank'], timeoutMs: 5_000 })).toBe('ended')
  },
)
