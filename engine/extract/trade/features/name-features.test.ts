import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { hashFeatures, placeOfFeature } from '@/engine/extract/ranking/hash'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { describeNames } from './name-features'

/** Which of some features a name has. */
function has({ lines, name }: { lines: string[]; name: string }, ...features: string[]): string[] {
  const paper = toPaper(pageOfText(...lines))
  const candidates = collectCandidates({ paper, type: 'name' })
  const candidate = candidates.find(({ value }) => value === name)
  if (!candidate) throw new Error(`${name} is no candidate.`)
  const describe = describeNames({ paper, candidates })
  const places = hashFeatures((list) => describe({ features: list, paper, candidate }))
  return features.filter((feature) => places.includes(placeOfFeature(feature)))
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
  const parties = ['n:named:customer', 'n:named:none']
  expect(has({ lines: page, name: 'Quayside Stores' }, ...parties)).toEqual(['n:named:customer'])
  expect(has({ lines: page, name: 'Nordwind Supplies Ltd' }, ...parties)).toEqual(['n:named:none'])
})

test('a name knows that an address of mail or web is made of it', () => {
  const known = ['n:domain:true', 'n:domain:false']
  expect(has({ lines: page, name: 'Nordwind Supplies Ltd' }, ...known)).toEqual(['n:domain:true'])
  expect(has({ lines: page, name: 'Quayside Stores' }, ...known)).toEqual(['n:domain:false'])
  const shorter = ['Nordwind Supplies Ltd', '', 'www.nordwi.example']
  expect(has({ lines: shorter, name: 'Nordwind Supplies Ltd' }, ...known)).toEqual(['n:domain:true'])
})

test('a name knows its legal form, and the kind of line below it', () => {
  const features = ['n:form:end', 'n:next:street']
  expect(has({ lines: page, name: 'Nordwind Supplies Ltd' }, ...features)).toEqual(features)
})

test('a short name knows that it begins the whole one printed elsewhere', () => {
  const lines = ['NORDWIND', '', '', 'A trade name of:', '', 'Nordwind Supplies Ltd']
  const brands = ['n:brand:part', 'n:brand:whole']
  expect(has({ lines, name: 'NORDWIND' }, ...brands)).toEqual(['n:brand:part'])
  expect(has({ lines, name: 'Nordwind Supplies Ltd' }, ...brands)).toEqual(['n:brand:whole'])
})
