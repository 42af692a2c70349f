import { expect, test } from 'vitest'
import { safeNextPath } from './next-path'

test('a path of the desk is kept with its search', () => {
  expect(safeNextPath({ next: '/documents?state=failed', fallback: '/' })).toBe('/documents?state=failed')
})

test.each([
  undefined,
  '',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  'javascript:alert(1)',
  '/..//evil.example',
  '/.//evil.example',
  '/%2e%2e//evil.example',
  '/a/../..//evil.example/?x=1',
  '/..\\\\evil.example',
  '/\n/evil.example',
])('%j leads nowhere but home', (next) => {
  expect(safeNextPath({ next, fallback: '/usage' })).toBe('/usage')
})
