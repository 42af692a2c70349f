import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/source-files'

/**
 * `papers` is the generator that training reads as well as tests, `bench` what measures; neither states facts of the
 * product, so neither counts as a test. `other` has no lines to count: pictures, weights, documents.
 */
export type Kind = 'source' | 'test' | 'papers' | 'bench' | 'css' | 'json' | 'migrations' | 'other'
export type TrackedFile = { path: string; kind: Kind; folder: string; text: string }

export function kindOf(file: string): Kind {
  if (file.includes('/migrations/')) return 'migrations'
  if (file.startsWith('tests/fixtures/') || file.startsWith('public/') || file === 'package-lock.json')
    return 'other'
  if (file.endsWith('.json')) return 'json'
  if (file.endsWith('.css')) return 'css'
  if (!/\.(tsx?|mjs)$/.test(file)) return 'other'
  if (/\.(test|spec)\.tsx?$/.test(file)) return 'test'
  if (file.startsWith('tests/papers/')) return 'papers'
  if (/^tests\/(bench|figures)\//.test(file)) return 'bench'
  return file.startsWith('tests/') ? 'test' : 'source'
}

/** The folder at the root a file lies in; `.` for those at the root itself. */
export const topFolder = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '.') : '.')

/** All files that git keeps, as they lie in the working tree. */
export function listTrackedFiles(): TrackedFile[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\0')
    .filter((file) => file && existsSync(path.join(root, file)))
    .map((file) => {
      const kind = kindOf(file)
      const text = kind === 'other' ? '' : readFileSync(path.join(root, file), 'utf8')
      return { path: file, kind, folder: topFolder(file), text }
    })
}
