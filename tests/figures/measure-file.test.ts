import { expect, test } from 'vitest'
import { countLines, measureFile } from './measure-file'

const measure = (text: string) => measureFile({ path: 'lib/a.tsx', text })

test('a line is only a comment when nothing else stands on it', () => {
  const text = `// why\nconst a = 1 // and why here\n\n/**\n * Long.\n */\nconst b = 'http://not-a-comment'\n`
  expect(measure(text)).toMatchObject({ lines: 7, nonBlank: 6, commentOnly: 4 })
})

test('functions count by their name, wherever they get it', () => {
  const text = [
    'export function declared() {',
    '  return 1',
    '}',
    'const kept = () => 2',
    'const all = { member: () => 3, method() { return 4 } }',
    'list.map((item) => item)',
  ].join('\n')
  expect(measure(text).functions).toEqual([
    { name: 'declared', lines: 3 },
    { name: 'kept', lines: 1 },
    { name: 'member', lines: 1 },
    { name: 'method', lines: 1 },
  ])
})

test('`any` counts as a type, not as a word', () => {
  expect(measure(`// any\nconst any = 'any'\nlet a: any\nlet b: Record<string, any[]>`).anys).toBe(2)
})

test('an empty file has no line, and a last line break begins none', () => {
  expect(countLines('')).toMatchObject({ lines: 0, nonBlank: 0 })
  expect(countLines('a\n')).toMatchObject({ lines: 1 })
  expect(countLines('a\n\nb')).toMatchObject({ lines: 3, nonBlank: 2 })
})
