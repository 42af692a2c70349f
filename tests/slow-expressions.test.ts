import { expect, test } from 'vitest'
import { isSlow, listBuilt, listExpressions } from './support/expressions'
import { readSources } from './support/source-files'

test('no expression takes more than twice the work for twice a hostile text', () => {
  const found = readSources(['engine', 'lib', 'base', 'app', 'cli', 'components'])
    .filter(({ path }) => /\.tsx?$/.test(path) && !path.startsWith('engine/train/'))
    .flatMap(listExpressions)
  expect(found.length).toBeGreaterThan(300)
  expect(found.filter(isSlow).map(({ place, source }) => `${place} ${source}`)).toEqual([])
}, 300_000)

test('nor does one that is put together of knowledge', async () => {
  const found = await listBuilt(() => import('@/engine/extract/extract'))
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(isSlow).map(({ source }) => source)).toEqual([])
}, 300_000)

const one = (source: string, flags = '') => isSlow({ place: '', source, flags })

test('one that goes over a text again from each of its places is found', () => {
  expect(one('\\s+$')).toBe(true)
  expect(one('(\\p{Lu}+)(\\p{Lu}\\p{Ll})', 'gu')).toBe(true)
  expect(one('\\d.*\\s.*\\p{L}', 'u')).toBe(true)
  // Its first way is dear and bounded; the second alone is slow.
  expect(one('\\d\\S{0,40}\\s\\p{L}{3,}$|\\p{L}{3,}\\s\\d$', 'u')).toBe(true)
})

test('one that begins only where a run of signs does is not', () => {
  expect(one('(?<!\\s)\\s+$')).toBe(false)
  expect(one('[.,;:]')).toBe(false)
})
