import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { toPaper } from '../paper/paper'
import { collectCandidates } from './candidates/collect-candidates'
import { findAddress } from './find-address'

function addressBelow({ name, lines }: { name: string; lines: string[] }): string | null {
  const paper = toPaper(pageOfText(...lines))
  const supplier = collectCandidates({ paper, type: 'name' }).find(({ value }) => value === name)
  if (!supplier) throw new Error(`${name} is no candidate.`)
  return findAddress(supplier)?.value ?? null
}

const name = 'Nordwind Supplies Ltd'

test('the lines below the name are its address, joined as printed', () => {
  const lines = [name, '12 Harbour Street,', 'Leeds LS1 4AB', 'Tel 0113 496 0000']
  expect(addressBelow({ name, lines })).toBe('12 Harbour Street, Leeds LS1 4AB')
})

test('what else stands in a letterhead is none of it, wherever it stands', () => {
  const lines = [name, 'GST no. 4471182', 'No. 4, Jalan Sagu 18', '81100 Johor Bahru', 'www.nordwind.example']
  expect(addressBelow({ name, lines })).toBe('No. 4, Jalan Sagu 18, 81100 Johor Bahru')
})

test('a label ends it', () => {
  const lines = [name, '12 Harbour Street', 'Leeds LS1 4AB', 'Invoice number', '4471 Harbour']
  expect(addressBelow({ name, lines })).toBe('12 Harbour Street, Leeds LS1 4AB')
})

test('lines without the code of a town are no address', () => {
  expect(addressBelow({ name, lines: [name, 'since 98, for you', 'brackets, cables'] })).toBeNull()
})

test('a gap ends it', () => {
  expect(addressBelow({ name, lines: [name, '', '', '12 Harbour Street, Leeds LS1 4AB'] })).toBeNull()
})
