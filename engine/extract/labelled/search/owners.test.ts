import { describe, expect, it } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'

const parties = {
  buyer: { type: 'object', properties: { name: text, city: text } },
  seller: { type: 'object', properties: { name: text, city: text } },
}

/** Whose value that of the label `Name` is for a field. */
function owner(path: string, ...lines: string[]) {
  const { search, fieldOf, cellOf } = searchIn(parties, ...lines)
  return search.owners.ownerOf({ label: cellOf('Name'), field: fieldOf(path), missing: [] })
}

describe('a heading says whose values stand below it', () => {
  it('those of the field or of another', () => {
    const lines = ['Buyer', 'Name: Ann']
    expect(owner('buyer.name', ...lines)).toMatchObject({ side: 'mine', hasRivals: true })
    expect(owner('seller.name', ...lines)).toMatchObject({ side: 'other', hasRivals: true })
  })

  it('the nearest one', () => {
    const lines = ['Buyer', 'City: Bern', 'Seller', 'Name: Ann']
    expect(owner('seller.name', ...lines).side).toBe('mine')
    expect(owner('buyer.name', ...lines).side).toBe('other')
  })

  it('in its own column', () => {
    const lines = ['Buyer                                        Seller', 'Name: Ann']
    expect(owner('buyer.name', ...lines).side).toBe('mine')
    expect(owner('seller.name', ...lines).side).toBe('other')
  })

  it('to the left on its line, too', () => {
    expect(owner('buyer.name', 'Buyer    Name: Ann').side).toBe('mine')
    expect(owner('buyer.name', 'Name: Ann    Buyer').side).toBe('none')
  })

  it('but not from below, nor from a sentence', () => {
    expect(owner('buyer.name', 'Name: Ann', 'Buyer').side).toBe('none')
    expect(owner('buyer.name', 'the buyer has to pay within thirty days', 'Name: Ann').side).toBe('none')
  })
})

it('the distance is told in lines of print', () => {
  const near = owner('buyer.name', 'Buyer', 'Name: Ann').distance
  const far = owner('buyer.name', 'Buyer', '', '', 'Name: Ann').distance
  expect(far - near).toBeCloseTo(40 / 14, 1)
})

it('without headings nobody is told, and a schema of one party has no rivals', () => {
  expect(owner('buyer.name', 'Name: Ann')).toEqual({ side: 'none', distance: 0, hasRivals: true })
  const { search, fieldOf, cellOf } = searchIn({ name: text }, 'Name: Ann')
  expect(
    search.owners.ownerOf({ label: cellOf('Name'), field: fieldOf('name'), missing: [] }).hasRivals,
  ).toBe(false)
})
