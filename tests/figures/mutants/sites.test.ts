import { expect, test } from 'vitest'
import { findSites } from './sites'

const changesOf = (text: string, path = 'lib/a.ts') =>
  findSites({ path, text }).map(({ line, from, to }) => `${line}: ${from} → ${to}`)

test('operators, numbers, truth and negation are changed where they stand', () => {
  expect(changesOf('export const isLate = (at: number) => !done && at + 2 >= 10\nlet on = true')).toEqual([
    '1: ! → ',
    '1: && → ||',
    '1: + → -',
    '1: 2 → 3',
    '1: >= → >',
    '1: 10 → 11',
    '2: true → false',
  ])
})

test('the operator is changed, not the same sign in a comment before it', () => {
  const [site] = findSites({ path: 'a.ts', text: 'f(a /* < */ < b)' })
  expect(site).toMatchObject({ start: 12, end: 13, to: '<=' })
})

test('an early return of nothing is put out of force; one of a value stays', () => {
  expect(changesOf('function f(a) {\n if (a) return null\n if (a) return\n if (a) return a\n}')).toEqual([
    '2: a → false',
    '3: a → false',
  ])
})

test('types, imports, text of a page and keys of objects are left alone', () => {
  const text = `import a from 'Enter'\ntype A = 1 | true\nconst x = y as 2\nconst o = { 1: z }\nconst p = <p title="Enter">1 + 1</p>`
  expect(changesOf(text, 'a.tsx')).toEqual([])
})

test('names of keys are changed only in files that read keys', () => {
  expect(changesOf(`const end = 'End'`)).toEqual([])
  expect(changesOf(`if (event.key === 'Enter') go()`)).toEqual(['1: === → !==', `1: 'Enter' → 'Escape'`])
  expect(changesOf(`const moves = { ArrowUp: back }\nmoves[event.key]()`)).toEqual(['1: ArrowUp → ArrowDown'])
})

test('where another operator would be no expression at all, nothing is changed', () => {
  expect(changesOf('a ?? b')).toEqual(['1: ?? → ||'])
  expect(changesOf('a ?? b ?? c')).toEqual([])
  expect(changesOf('(a ?? b) || c')).toEqual(['1: ?? → ||', '1: || → &&'])
})
