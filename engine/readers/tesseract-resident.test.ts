import { chmod, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { endResidents, readResidently } from './tesseract-resident'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intray-resident-'))
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
  await writeFile(join(folder, 'stdbuf'), `#!/bin/sh\n${naming}\n`)
  await chmod(join(folder, 'stdbuf'), 0o755)
})
afterEach(endResidents)
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** In place of tesseract: says what is in each page's file, and dies of one that says so. */
const naming = `echo start >> "$(dirname "$0")/starts"
page=0
while read -r path; do
  page=$((page + 1))
  printf '1\\t%s\\t0\\n' "$page"
  [ "$path" = /dev/fd/4 ] && continue
  read -r content < "$path"
  [ "$content" = die ] && exit 1
  printf '5\\t%s\\t%s\\n' "$page" "$content"
done`

const read = ({ page, args = ['--psm', '6'] }: { page: string; args?: string[] }) =>
  readResidently({ pgm: Buffer.from(`${page}\n`), args })
const countStarts = async () => (await readFile(join(folder, 'starts'), 'utf8')).trim().split('\n').length

describe.skipIf(process.platform !== 'linux')('a tesseract that stays', () => {
  test('reads page after page, each from its own bytes', async () => {
    expect(await read({ page: 'first' })).toContain('\tfirst\n')
    expect(await read({ page: 'next' })).toContain('\tnext\n')
  })

  test('is followed by one other when it dies of a page, also where several waited for it', async () => {
    await read({ page: 'good' })
    const startsBefore = await countStarts()
    const [deadly, waiting] = [read({ page: 'die' }), read({ page: 'good' })]
    expect(await deadly).toBeNull()
    const after = read({ page: 'good' })
    expect(await waiting).toBeNull()
    expect(await after).toContain('\tgood\n')
    expect(await read({ page: 'good' })).toContain('\tgood\n')
    expect(await countStarts()).toBe(startsBefore + 1)
  })

  test('leaves no file open when it cannot be started', async () => {
    const impossible = ['\0']
    expect(await read({ page: 'good', args: impossible })).toBeNull()
    expect(await openPages()).toEqual([])
  })
})

async function openPages(): Promise<string[]> {
  const numbers = await readdir('/proc/self/fd')
  const paths = await Promise.all(
    numbers.map((number) => readlink(`/proc/self/fd/${number}`).catch(() => '')),
  )
  return paths.filter((path) => path.includes('intray-page-'))
}
