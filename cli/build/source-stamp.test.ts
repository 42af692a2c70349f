import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sourceStamp } from './source-stamp'

test('the stamp changes with a source or the lock file, and not with a test or the data', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'stamp-'))
  const put = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true })
    await writeFile(path.join(root, file), text)
    return sourceStamp(root, 'pages')
  }
  const first = await put('app/page.tsx', 'one')
  expect(await put('app/page.test.tsx', 'a test')).toBe(first)
  expect(await put('data/secret', 'a secret')).toBe(first)
  expect(await put('app/page.tsx', 'one')).toBe(first)

  const second = await put('app/page.tsx', 'two')
  const third = await put('package-lock.json', '{}')
  expect(new Set([first, second, third]).size).toBe(3)
})

test.each(['engine', 'cli'])('a change of %s makes the programs stale and no page', async (folder) => {
  const root = await mkdtemp(path.join(tmpdir(), 'stamp-'))
  await mkdir(path.join(root, folder))
  const stamps = async (text: string) => {
    await writeFile(path.join(root, folder, 'main.ts'), text)
    return { pages: await sourceStamp(root, 'pages'), programs: await sourceStamp(root, 'programs') }
  }
  const [before, after] = [await stamps('one'), await stamps('two')]
  expect(after.pages).toBe(before.pages)
  expect(after.programs).not.toBe(before.programs)
})
