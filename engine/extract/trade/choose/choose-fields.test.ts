import { describe, expect, it } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import type { FieldName } from '@/engine/extract/schema/trade-fields'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { chooseFields, chooseFrom } from './choose-fields'
import type { Choice, Ranking } from './rank-field'

const paper = toPaper(pageOfText('Nordwind Supplies Ltd', 'Harbour Stores Ltd', 'K-20117'))
const names = collectCandidates({ paper, type: 'name' })
const [code] = collectCandidates({ paper, type: 'code' })

function nameOf(text: string): Choice['candidate'] {
  const found = names.find(({ value }) => value === text)
  if (!found) throw new Error(`${text} is not printed.`)
  return found
}

const nothing: Ranking = { choices: [], nothing: 1 }

function chosen(rankings: { [field in FieldName]?: Ranking }) {
  const { choices } = chooseFrom((field) => rankings[field] ?? nothing)
  return Object.fromEntries([...choices].map(([field, { candidate }]) => [field, candidate.value]))
}

function ranked({ share, isNamed = false }: { share: number; isNamed?: boolean }): Ranking {
  if (!code) throw new Error('There is one.')
  return { choices: [{ candidate: code, share, isNamed }], nothing: 1 - share }
}

describe('a field', () => {
  it('has its likeliest value where that is likelier than none', () => {
    expect(chosen({ purchase_order: ranked({ share: 0.6 }) })).toEqual({ purchase_order: 'K-20117' })
    expect(chosen({ purchase_order: ranked({ share: 0.4 }) })).toEqual({})
  })

  it('has what its own label names, unless it is hardly likely at all', () => {
    expect(chosen({ purchase_order: ranked({ share: 0.2, isNamed: true }) })).toHaveProperty('purchase_order')
    expect(chosen({ purchase_order: ranked({ share: 0.01, isNamed: true }) })).toEqual({})
  })
})

describe('supplier and customer', () => {
  const of = (...shares: [name: string, share: number][]): Ranking => ({
    choices: shares.map(([name, share]) => ({ candidate: nameOf(name), share, isNamed: false })),
    nothing: 1 - shares.reduce((sum, [, share]) => sum + share, 0),
  })

  it('are never the same firm: the surer of both keeps it', () => {
    expect(
      chosen({
        supplier: of(['Harbour Stores Ltd', 0.55], ['Nordwind Supplies Ltd', 0.45]),
        customer: of(['Harbour Stores Ltd', 0.9]),
      }),
    ).toEqual({ supplier: 'Nordwind Supplies Ltd', customer: 'Harbour Stores Ltd' })
  })

  it('may be a supplier alone', () => {
    const rankings = { supplier: of(['Nordwind Supplies Ltd', 1]), customer: of(['Harbour Stores Ltd', 0.1]) }
    expect(chosen(rankings)).toEqual({ supplier: 'Nordwind Supplies Ltd' })
  })
})

it('an invoice gives all that is printed on it', () => {
  const { choices, isProven } = chooseFields(
    toPaper(
      pageOfText(
        'Nordwind Supplies Ltd',
        '12 Harbour Street, Leeds LS1 4AB',
        '',
        'INVOICE',
        'Invoice number:  NW-2031-118',
        'Invoice date:  14 March 2031',
        'Due date:  13 April 2031',
        '',
        'Subtotal  100.00',
        'VAT 20 %  20.00',
        'Total  GBP 120.00',
      ),
    ),
  )
  const values = Object.fromEntries([...choices].map(([field, { candidate }]) => [field, candidate.value]))
  expect(isProven).toBe(true)
  expect(values).toMatchObject({
    supplier: 'Nordwind Supplies Ltd',
    invoice_number: 'NW-2031-118',
    date: '2031-03-14',
    due_date: '2031-04-13',
    subtotal: 100,
    tax: 20,
    total: 120,
  })
  expect(values).not.toHaveProperty('iban')
  expect(values).not.toHaveProperty('tip')
})
