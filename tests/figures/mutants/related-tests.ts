import path from 'node:path'
import type { SourceFile } from '../../support/source-files'

export type RelatedTests = { unit: string[]; integration: string[] }

/** More tests of one kind than this are not run for one change: those nearest to the file come first. */
const limits = { unit: 12, integration: 4 }

/**
 * The tests that reach a file by imports of values, or by the path of a script they start; the nearest first. Browser
 * journeys and faults are left out: they take minutes each.
 */
export function findRelatedTests({ file, files }: { file: string; files: SourceFile[] }): RelatedTests {
  const users = usersOf(files)
  const distances = new Map([[file, 0]])
  for (const [current, distance] of distances) {
    for (const user of users.get(current) ?? []) if (!distances.has(user)) distances.set(user, distance + 1)
  }
  const isBeside = (test: string) => path.dirname(test) === path.dirname(file)
  const rank = ([test, distance]: [string, number]) => 2 * distance - (isBeside(test) ? 1 : 0)
  const tests = [...distances].filter(([one]) => /\.test\.tsx?$/.test(one)).sort((a, b) => rank(a) - rank(b))
  const ofKind = (isKind: (test: string) => boolean) => tests.map(([test]) => test).filter(isKind)
  return {
    unit: ofKind((test) => !isIntegration(test) && !test.startsWith('tests/faults/')).slice(0, limits.unit),
    integration: ofKind(isIntegration).slice(0, limits.integration),
  }
}

const isIntegration = (test: string) =>
  test.endsWith('.int.test.ts') || /^tests\/(api|engine|extraction)\//.test(test)

/** Which files use each file. */
function usersOf(files: SourceFile[]): Map<string, string[]> {
  const known = new Set(files.map((file) => file.path))
  const users = new Map<string, string[]>()
  for (const file of files) {
    const imported = file.imports.filter((one) => !one.typeOnly).map(({ target }) => target)
    for (const used of new Set([...imported, ...startedScripts({ file, known })])) {
      users.set(used, [...(users.get(used) ?? []), file.path])
    }
  }
  return users
}

/** Scripts of ours that a file names as text, to start them as processes of their own. */
function startedScripts({ file, known }: { file: SourceFile; known: Set<string> }): string[] {
  return [...file.text.matchAll(/['"`]([\w./-]+\.tsx?)['"`]/g)]
    .flatMap(([, named = '']) => [path.normalize(named), path.join(path.dirname(file.path), named)])
    .filter((target) => known.has(target) && target !== file.path)
}
