import { expect, test } from 'vitest'
import type { SourceFile } from '../../support/source-files'
import { findRelatedTests } from './related-tests'

function fileOf(
  path: string,
  { uses = [], types = [], text = '' }: { uses?: string[]; types?: string[]; text?: string },
) {
  const imports = [
    ...uses.map((target) => ({ target, typeOnly: false })),
    ...types.map((target) => ({ target, typeOnly: true })),
  ]
  return { path, text, lines: 1, imports } satisfies SourceFile
}

const files = [
  fileOf('lib/a.ts', {}),
  fileOf('lib/a.test.ts', { uses: ['lib/a.ts'] }),
  fileOf('lib/b.ts', { uses: ['lib/a.ts'] }),
  fileOf('lib/b.test.ts', { uses: ['lib/b.ts'] }),
  fileOf('other/a-too.test.ts', { uses: ['lib/a.ts'] }),
  fileOf('other/shapes.test.ts', { types: ['lib/a.ts'] }),
  fileOf('cli/start.ts', { uses: ['lib/b.ts'] }),
  fileOf('tests/api/starting.test.ts', { text: `spawn('cli/start.ts')` }),
  fileOf('tests/faults/kills.test.ts', { uses: ['lib/a.ts'] }),
]

test('tests come by nearness: beside the file, then elsewhere, then of its users', () => {
  expect(findRelatedTests({ file: 'lib/a.ts', files }).unit).toEqual([
    'lib/a.test.ts',
    'other/a-too.test.ts',
    'lib/b.test.ts',
  ])
})

test('a test that starts a script reaches what the script imports', () => {
  expect(findRelatedTests({ file: 'lib/a.ts', files }).integration).toEqual(['tests/api/starting.test.ts'])
})

test('who takes only the type of a file cannot tell what it does', () => {
  const { unit, integration } = findRelatedTests({ file: 'lib/a.ts', files })
  expect([...unit, ...integration]).not.toContain('other/shapes.test.ts')
})
