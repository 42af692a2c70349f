import { describe, expect, it } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'
import { collectCandidates, looksLikeLabel } from './collect'

function collect(properties: Record<string, unknown>, path: string, ...lines: string[]) {
  const { search, fieldOf } = searchIn(properties, ...lines)
  return collectCandidates({ search, field: fieldOf(path) })
}
const values = (...given: Parameters<typeof collect>) => collect(...given).map(({ read }) => read.value)

describe('the values that a field may have', () => {
  it('are those at all places of all labels that may name it', () => {
    const found = values(
      { order_number: { type: 'integer' } },
      'order_number',
      'Order number    4711    12',
      '815',
    )
    expect(found).toEqual([4711, 12, 815])
  })

  it('are not those of labels that fit much worse than the best', () => {
    const found = values(
      { order_number: { type: 'integer' } },
      'order_number',
      'Order number: 4711',
      'Number of boxes: 3',
    )
    expect(found).toEqual([4711])
  })

  it('stand beside words that name no field where no label fits', () => {
    const [candidate] = collect({ order_number: { type: 'integer' } }, 'order_number', 'Colour: 4711')
    expect(candidate).toMatchObject({
      key: '4711',
      label: { match: { score: 0, missing: expect.any(Array) } },
    })
  })

  it('of a form that nothing else has stand anywhere', () => {
    const found = collect(
      { contact: { type: 'string', format: 'email' } },
      'contact',
      'write to',
      'ada@desk.example',
    )
    expect(found).toMatchObject([
      { read: { value: 'ada@desk.example', cut: 'form' }, label: null, zone: { relation: 'free' } },
    ])
  })

  it('of a title are the first cells of the first page, too', () => {
    const found = collect({ title: text }, 'title', 'Delivery note', '12/2026', 'Ann Archer', 'red', 'blue')
    const tops = found.filter(({ label }) => label === null)
    expect(tops.map(({ read }) => [read.value, read.cut])).toEqual([
      ['Delivery note', 'top 0'],
      ['Ann Archer', 'top 1'],
      ['red', 'top 2'],
    ])
  })

  it('of a part of something else are not', () => {
    const party = { party: { type: 'object', properties: { title: text } } }
    expect(collect(party, 'party.title', 'Delivery note').filter(({ label }) => label === null)).toEqual([])
  })

  it('are sixty at most', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `Order remark    a${at}, b. C    d${at}`)
    expect(values({ order_remark: text }, 'order_remark', ...lines).length).toBeLessThanOrEqual(64)
  })
})

describe('a cell', () => {
  const looks = (line: string, begin: string) => {
    const { search, cellOf } = searchIn({ order_number: text }, line)
    return looksLikeLabel({ search, cell: cellOf(begin) })
  }

  it('looks like a label of a field, of any paper, by its colon, or like none', () => {
    expect(looks('Order number    4711', 'Order')).toBe('named')
    expect(looks('Invoice date    4711', 'Invoice')).toBe('known')
    expect(looks('Colour:    red', 'Colour')).toBe('colon')
    expect(looks('Order number    4711', '4711')).toBe('no')
  })
})
