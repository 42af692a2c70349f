import { expect, test } from 'vitest'
import { each, formatJsonPath, parseJsonPath, resolvePath, splitAtList } from './json-path'

const result = {
  supplier: { name: 'Ácme', 'tax id': '76.1-K' },
  'a/b': 1,
  line_items: [{ amount: 10, taxes: [{ rate: 19 }] }, { amount: 5 }, null],
}
const read = (text: string) => resolvePath({ value: result, path: parseJsonPath(text) ?? [] })

test.each([
  ['$.supplier.name', 'Ácme'],
  ['supplier.name', 'Ácme'],
  ["$.supplier['tax id']", '76.1-K'],
  ['$["supplier"].name', 'Ácme'],
  ['/supplier/name', 'Ácme'],
  ['/a~1b', 1],
  ['$.line_items[1].amount', 5],
  ['/line_items/0/amount', 10],
  ['$.line_items[*].amount', [10, 5, undefined]],
  ['$.line_items[*].taxes[*].rate', [[19], undefined, undefined]],
  ['$.supplier[*]', undefined],
  ['$.gone.name', undefined],
])('%s leads to %j', (text, value) => {
  expect(read(text)).toEqual(value)
})

test.each(['$.__proto__', '$.constructor.name', '$.line_items.length', '$.supplier.name[0]', '/toString'])(
  '%s leads nowhere: only what the result itself holds is read',
  (text) => {
    expect(read(text)).toBeUndefined()
  },
)

test.each([
  '',
  '$',
  '$..name',
  '$.a[?(@.b)]',
  '$.a[(1)]',
  '$.a b',
  '$.a[',
  'process.exit()',
  '$.a[-1]',
  `$${'.a'.repeat(21)}`,
])('%j is no path', (text) => {
  expect(parseJsonPath(text)).toBeNull()
})

test('a path is written as it is read', () => {
  for (const text of ['$.supplier.name', "$.supplier['tax id']", '$.line_items[*].taxes[0]', "$['it\\'s']"])
    expect(formatJsonPath(parseJsonPath(text) ?? [])).toBe(text)
})

test('a path through each entry of a list is split at the first one', () => {
  const path = parseJsonPath('$.line_items[*].taxes[*].rate') ?? []
  expect(splitAtList(path)).toEqual({ list: ['line_items'], rest: ['taxes', each, 'rate'] })
  expect(splitAtList(['total'])).toBeNull()
})
