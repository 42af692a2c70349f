import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export type Import = { target: string; typeOnly: boolean }
export type SourceFile = { path: string; text: string; lines: number; imports: Import[] }

export const root = path.resolve(import.meta.dirname, '../..')

const importPattern =
  /^[ \t]*(import|export)\s+(type\s)?(?:[^'"()]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** All source files under these folders or files, migrations (and tests) left out, with what each imports. */
export function readSources(places: string[], { withTests = false } = {}): SourceFile[] {
  const files = places.flatMap(listFiles).filter((file) => withTests || !isTest(file))
  const known = new Set(files)
  return files.map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const imports = [...text.matchAll(importPattern)].map((match) => ({
      target: resolveImport({ from: file, target: match[3] ?? match[4] ?? '', known }),
      typeOnly: match[2] !== undefined,
    }))
    return { path: file, text, lines: text.trimEnd().split('\n').length, imports }
  })
}

function listFiles(place: string): string[] {
  const full = path.join(root, place)
  if (!statSync(full, { throwIfNoEntry: false })) return []
  if (statSync(full).isFile()) return [place]
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('/migrations/'))
    .sort()
}

const isTest = (name: string) => /\.(test|spec)\.tsx?$/.test(name)

/** The path inside the repository, or the name of a package (`node:fs`, `drizzle-orm/pg-core`). */
function resolveImport({
  from,
  target,
  known,
}: {
  from: string
  target: string
  known: Set<string>
}): string {
  const isOurs = target.startsWith('.') || target.startsWith('@/')
  if (!isOurs) return target
  const base = target.startsWith('@/') ? target.slice(2) : path.join(path.dirname(from), target)
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`]
  return candidates.find((candidate) => known.has(candidate)) ?? base
}
