import { describe, expect, it } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'
import { zonesOf } from './zones'

const wordsOf = (words: { text: string }[] = []) => words.map((word) => word.text).join(' ')

/** Where the value of the label `Order number` may stand. */
function zones(...lines: string[]) {
  const { search, fieldOf } = searchIn({ order_number: text }, ...lines)
  const [best] = search.runs.byField.get(fieldOf('order_number')) ?? []
  if (!best) throw new Error('Nothing is named so.')
  return zonesOf(best.run).map((zone) => ({ ...zone, first: wordsOf(zone.lines[0]) }))
}
const places = (...lines: string[]) => zones(...lines).map(({ relation, first }) => [relation, first])

describe('behind a label in its own cell', () => {
  it('a value is inline after a colon, beside it without one, and said within a sentence', () => {
    expect(places('Order number: 4711')).toEqual([['inline', '4711']])
    expect(places('Order number 4711')).toEqual([['beside', '4711']])
    expect(places('please quote the order number 4711 in all your letters')[0]).toEqual([
      'said',
      '4711 in all your letters',
    ])
  })

  it('words and marks that only join are left out, and told', () => {
    expect(zones('Order number is 4711')[0]).toMatchObject({ first: '4711', joint: 'is' })
    expect(zones('Order number … 4711')[0]).toMatchObject({ first: '4711', joint: '.' })
    expect(zones('Order number 4711')[0]).toMatchObject({ joint: '' })
  })

  it('it may go on in the lines right below at the same edge, three at most', () => {
    const [zone] = zones('Order number: 4711', 'two', 'three', 'four', 'five')
    expect(zone?.lines.map(wordsOf)).toEqual(['4711', 'two', 'three', 'four'])
    expect(zones('Order number: 4711', '', 'far')[0]?.lines).toHaveLength(1)
  })

  it('nothing else is looked at', () => {
    expect(places('Order number: 4711    other', 'below')).toEqual([['inline', '4711']])
  })
})

describe('around a label that fills its cell', () => {
  it('values stand in the next two cells, in those below, and in the one above', () => {
    expect(
      places('above', 'Order number    4711    red    big', 'one', 'two', 'three', 'four', 'five'),
    ).toEqual([
      ['right', '4711'],
      ['right2', 'red'],
      ['below', 'one'],
      ['below2', 'two'],
      ['below3', 'three'],
      ['below4', 'four'],
      ['above', 'above'],
    ])
  })

  it('a joining word before a value to the right is left out', () => {
    expect(places('Order number    : 4711')).toContainEqual(['right', '4711'])
  })

  it('gaps are told in lines of print', () => {
    const found = zones('Order number    4711', '', 'below')
    expect(found.find(({ relation }) => relation === 'right')?.gap).toBeCloseTo(40 / 14, 1)
    expect(found.find(({ relation }) => relation === 'below')?.gap).toBeCloseTo(26 / 14, 1)
  })

  it('the row of a value goes up to the next label', () => {
    const [right] = zones('Order number    4711 of May    Colour: red')
    expect(wordsOf(right?.row)).toBe('4711 of May')
  })
})

describe('a mark before a label', () => {
  it('is a place of its own', () => {
    expect(places('☒  Order number')[0]).toEqual(['mark', '☒'])
    expect(places('[x]  Order number')[0]?.[0]).toBe('mark')
  })

  it('has to stand close, and to be a mark', () => {
    expect(places('☒              Order number').map(([relation]) => relation)).not.toContain('mark')
    expect(places('our    Order number').map(([relation]) => relation)).not.toContain('mark')
  })
})
