import { expect, it } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'
import { collectCandidates } from '../search/collect'
import { valueFeatures } from './value-features'

/** What is told of the first value that a field may have. */
function told(
  line: string,
  schema: Record<string, unknown> = text,
  { lines = [] as string[], cut = '' } = {},
) {
  const { search, fieldOf } = searchIn({ order_remark: schema }, line, ...lines)
  const field = fieldOf('order_remark')
  const found = collectCandidates({ search, field })
  const candidate = found.find(({ read }) => cut === '' || read.cut === cut)
  if (!candidate) throw new Error('There is no such value.')
  return valueFeatures({ search, field, candidate })
}

it('the shape of a value is told by its first four words', () => {
  const shape = (value: string) =>
    told(`Order remark: ${value}`).find((feature) => feature.startsWith('shape:'))
  expect(shape('John SMITH of 12 others')).toBe('shape:Aa A a 9')
  expect(shape('AB-12 -- x')).toBe('shape:X9 - a')
})

it('its length, its letters and its digits are told in steps', () => {
  expect(told('Order remark: one two three')).toEqual(
    expect.arrayContaining(['length:3', 'letters:2', 'digits:0']),
  )
  expect(told('Order remark: ab12')).toEqual(expect.arrayContaining(['digits:2']))
  expect(told('Order remark: 1234')).toEqual(expect.arrayContaining(['digits:4', 'letters:0']))
})

it('what is around it in its line is told: what it leaves, whether it begins it and what comes next', () => {
  const whole = told('Order remark: by lorry')
  expect(whole).toEqual(expect.arrayContaining(['rest:0:kind', 'starts:true', 'then:end:kind']))
  const cut = told('Order remark: by lorry, today', text, { cut: 'comma' })
  expect(cut).toEqual(expect.arrayContaining(['rest:1:comma', 'then:a:comma', 'ends:false:true']))
})

it('marks within it and at its begin are told', () => {
  expect(told('Order remark: by lorry')).toEqual(
    expect.arrayContaining(['begins:true:false', 'has:false:false', 'ends:false:false']),
  )
  expect(told('Order remark: (By lorry; Fast')).toEqual(
    expect.arrayContaining(['begins:false:true', 'has:false:true']),
  )
})

it('how often it is printed is told, three times at most', () => {
  const lines = ['by lorry', 'BY LORRY', 'by lorry', 'by lorry']
  expect(told('Order remark    by lorry')).toContain('count:1')
  expect(told('Order remark    by lorry', text, { lines })).toContain('count:3')
})

it('what the schema says of its form is told', () => {
  expect(told('Order remark: AB-12')).toEqual(
    expect.arrayContaining(['pattern:no', 'example:no', 'described:false']),
  )
  expect(told('Order remark: AB-12', { type: 'string', pattern: '^[A-Z]{2}-\\d+$' })).toContain(
    'pattern:true',
  )
  expect(told('Order remark: by lorry', { type: 'string', description: 'for instance by lorry' })).toContain(
    'described:true',
  )
})
