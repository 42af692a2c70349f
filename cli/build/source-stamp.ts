import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

const packages = ['package-lock.json', 'package.json', 'tsconfig.json']

/** What each build is made of. The lock file stands for all packages. */
const sources = {
  pages: [
    'app',
    'base',
    'components',
    'lib',
    'public',
    'instrumentation.ts',
    'instrumentation-client.ts',
    'next.config.mjs',
    ...packages,
  ],
  programs: ['base', 'cli', 'engine', 'lib', ...packages],
}

/** A hash over names and contents of all sources of a build; equal sources have equal stamps on every machine. */
export async function sourceStamp(root: string, build: keyof typeof sources): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources[build]) {
    for (const file of await listFiles(path.join(root, source))) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function listFiles(place: string): Promise<string[]> {
  if (!existsSync(place)) return []
  if ((await stat(place)).isFile()) return [place]
  const entries = await readdir(place, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}
