import { describe, expect, it } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'
import { readZone } from './read-zone'

/** What each way of cutting it out makes of the first place behind the label, as value and cut. */
function read(schema: Record<string, unknown>, ...lines: string[]) {
  const { search, fieldOf, paper } = searchIn({ order_remark: schema }, ...lines)
  const field = fieldOf('order_remark')
  const [best] = search.runs.byField.get(field) ?? []
  if (!best) throw new Error('Nothing is named so.')
  const [zone] = search.zonesOf(best.run)
  return zone ? readZone({ field, zone, context: paper.context }).map(({ value, cut }) => [value, cut]) : []
}
const cuts = (...lines: string[]) =>
  Object.fromEntries(read(text, ...lines).map(([value, cut]) => [cut, value]))

describe('a text', () => {
  it('is read as a whole line, and with the lines that go on with it', () => {
    expect(cuts('Order remark: by lorry', 'to the yard', 'on Monday')).toEqual({
      kind: 'by lorry',
      'lines 2': 'by lorry\nto the yard',
      'lines 3': 'by lorry\nto the yard\non Monday',
    })
  })

  it('a line that ends with a comma or dash goes on without a break', () => {
    expect(cuts('Order remark: by lorry,', 'to the yard')['lines 2']).toBe('by lorry, to the yard')
  })

  it('may end before the next label of its line, right there or some words earlier', () => {
    expect(cuts('Order remark: by lorry our size: 12')).toMatchObject({
      'label 0': 'by lorry our',
      'label 1': 'by lorry',
      'label 2': 'by',
    })
  })

  it('may end with its sentence or at a comma', () => {
    expect(cuts('Order remark: by lorry. Thank you')).toMatchObject({ sentence: 'by lorry.' })
    expect(cuts('Order remark: by lorry, quickly')).toMatchObject({ comma: 'by lorry' })
  })

  it('is none where it says that there is none', () => {
    for (const nothing of ['n/a', 'none', 'keine', '---', 'not applicable'])
      expect([nothing, read(text, `Order remark: ${nothing}`)]).toEqual([nothing, []])
  })

  it('comes once, however it was cut', () => {
    expect(read(text, 'Order remark: by lorry')).toEqual([['by lorry', 'kind']])
  })

  it('longer than forty words is none', () => {
    const long = Array.from({ length: 45 }, (_, at) => `w${at}`).join(' ')
    expect(read(text, `Order remark: ${long}`).map(([, cut]) => cut)).not.toContain('whole')
  })
})

describe('yes or no', () => {
  const flag = { type: 'boolean' }

  it('is a word, alone or at the begin', () => {
    expect(read(flag, 'Order remark: yes')).toEqual([[true, 'whole']])
    expect(read(flag, 'Order remark: no thanks')).toEqual([[false, 'begin']])
    expect(read(flag, 'Order remark: perhaps')).toEqual([])
  })

  it('is a box, or the one of several that is ticked', () => {
    expect(read(flag, 'Order remark: ☒')).toEqual([[true, 'box']])
    expect(read(flag, 'Order remark: ☐')).toEqual([[false, 'box']])
    expect(read(flag, 'Order remark: ☐ yes ☒ no')).toEqual([[false, 'ticked']])
  })

  it('is the mark before its label', () => {
    expect(read(flag, '☒  Order remark')).toEqual([[true, 'mark']])
  })
})

describe('one of several values', () => {
  const choice = { type: 'string', enum: ['red', 'blue'] }

  it('is the word that is printed', () => {
    expect(read(choice, 'Order remark: red')).toEqual([['red', 'whole']])
    expect(read(choice, 'Order remark: red please')).toEqual([['red', 'begin']])
    expect(read(choice, 'Order remark: in blue')).toEqual([['blue', 'inside']])
    expect(read(choice, 'Order remark: green')).toEqual([])
  })

  it('is the ticked one, and none where something else is ticked', () => {
    expect(read(choice, 'Order remark: ☒ red ☐ blue')).toEqual([['red', 'ticked']])
    expect(read(choice, 'Order remark: ☒ green ☐ blue')).toEqual([])
  })
})

it('a share in hundredths may be printed without its sign', () => {
  const share = { type: 'number', description: 'in percent', title: 'Order remark percentage' }
  expect(read(share, 'Order remark: 12 %')).toEqual([[12, 'kind']])
  expect(read(share, 'Order remark: 12')).toEqual([[12, 'figure']])
})
