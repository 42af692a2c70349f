import { expect, test } from 'vitest'
import { folderRows, layoutRows, measureAll, shapeRows, toMarkdown } from './figures'
import { kindOf, topFolder } from './tracked-files'

const lines = (count: number) => Array.from({ length: count }, (_, at) => `const a${at} = ${at}`).join('\n')

const files = measureAll(
  Object.entries({
    'lib/mail/send.ts': `${lines(9)}\n// why`,
    'lib/mail/send.test.ts': lines(4),
    'lib/db/migrations/0000_a.sql': 'create table a ();',
    'app/page.tsx': `${lines(9)}\nfunction two() {\n}`,
    'app/page.css': 'a {}',
    'engine/weights.json': '{\n}',
    'tests/api/mail.test.ts': lines(3),
    'tests/papers/paper.ts': lines(50),
    'package.json': '{}',
    'README.md': '# A',
  }).map(([path, text]) => ({ path, text, kind: kindOf(path), folder: topFolder(path) })),
)
const figure = (rows: { figure: string; now: string }[], name: string) =>
  rows.find((row) => row.figure.includes(name))?.now

test('source is what runs: tests, tables of data and generated files are counted apart', () => {
  const rows = folderRows(files)
  expect(figure(rows, 'source, files')).toBe('2 / 21')
  expect(figure(rows, 'lib/')).toBe('1 / 10; tests beside 4 = 0.40')
  expect(figure(rows, 'JSON')).toBe('2 / 3 · 1 / 1 · 1 / 1')
})

test('the generator of papers does not count as a test', () => {
  expect(figure(folderRows(files), 'test : source')).toBe('0.33 (2 / 7)')
})

test('the share of comments, the longest file and the longest function are told', () => {
  const rows = shapeRows(files)
  expect(figure(rows, 'comment share')).toBe('4.8 %')
  expect(figure(rows, 'lines of files')).toBe('10 / 11 / 11 `app/page.tsx`')
  expect(figure(rows, 'lines of functions')).toBe('2 / 2 / 2 `two`')
})

test('the fullest folder and the entries at the root are told, with the migrations of each process', () => {
  const rows = layoutRows(files)
  expect(figure(rows, 'largest flat folder')).toBe('2 `lib/mail/`')
  expect(figure(rows, 'entries at the root')).toBe('4 / 2')
  expect(figure(rows, 'migrations')).toBe('1 `lib/db/migrations/`')
})

test('rows are printed as a table a document can take as it is', () => {
  expect(toMarkdown([{ figure: 'files', now: '3' }])).toBe('| figure | now |\n| --- | --- |\n| files | 3 |')
})
