import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { featuresOfNames } from './name-features'

function featuresOf({ lines, name }: { lines: string[]; name: string }): unknown[] {
  const paper = toPaper(pageOfText(...lines))
  const candidates = collectCandidates({ paper, type: 'name' })
  const at = candidates.findIndex(({ value }) => value === name)
  if (at < 0) throw new Error(`${name} is no candidate.`)
  return featuresOfNames({ paper, candidates })[at] ?? []
}

const page = [
  'Nordwind Supplies Ltd',
  '12 Harbour Street',
  '',
  'Bill to:',
  'Quayside Stores',
  '',
  'mail@nordwind.example',
]

test('a name knows the party that its label says it is', () => {
  expect(featuresOf({ lines: page, name: 'Quayside Stores' })).toContain('n:named:customer')
  expect(featuresOf({ lines: page, name: 'Nordwind Supplies Ltd' })).toContain('n:named:none')
})

test('a name knows that an address of mail or web is made of it', () => {
  expect(featuresOf({ lines: page, name: 'Nordwind Supplies Ltd' })).toContain('n:domain:true')
  expect(featuresOf({ lines: page, name: 'Quayside Stores' })).toContain('n:domain:false')
  const shorter = ['Nordwind Supplies Ltd', '', 'www.nordwi.example']
  expect(featuresOf({ lines: shorter, name: 'Nordwind Supplies Ltd' })).toContain('n:domain:true')
})

test('a name knows its legal form, and the kind of line below it', () => {
  const features = featuresOf({ lines: page, name: 'Nordwind Supplies Ltd' })
  expect(features).toEqual(expect.arrayContaining(['n:form:end', 'n:next:street']))
})

test('a short name knows that it begins the whole one printed elsewhere', () => {
  const lines = ['NORDWIND', '', '', 'A trade name of:', '', 'Nordwind Supplies Ltd']
  expect(featuresOf({ lines, name: 'NORDWIND' })).toContain('n:brand:part')
  expect(featuresOf({ lines, name: 'Nordwind Supplies Ltd' })).toContain('n:brand:whole')
})
