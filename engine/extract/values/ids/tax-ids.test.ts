import { describe, expect, it } from 'vitest'
import { findIbans } from './iban'
import { findTaxIds } from './tax-ids'

describe('findTaxIds', () => {
  // Published examples of the tax offices and standards, none of them a sample's.
  it.each([
    ['RUT 76.354.771-K', 'RUT', '76.354.771-K'],
    ['RUT: 12.345.678-5', 'RUT', '12.345.678-5'],
    ['NIF 12345678Z', 'NIF', '12345678Z'],
    ['NIE X1234567L', 'NIF', 'X1234567L'],
    ['CIF A58818501', 'NIF', 'A58818501'],
    ['CUIT 20-12345678-6', 'CUIT', '20-12345678-6'],
    ['CNPJ 11.222.333/0001-81', 'CNPJ', '11.222.333/0001-81'],
    ['ABN 51 824 753 556', 'ABN', '51 824 753 556'],
    ['NIT 860.002.964-4', 'NIT', '860.002.964-4'],
    ['P.IVA 00743110157', 'Partita IVA', '00743110157'],
    ['USt-IdNr. DE123456789', 'VAT', 'DE123456789'],
    ['GSTIN 27AAPFU0939F1ZV', 'GSTIN', '27AAPFU0939F1ZV'],
  ])('%s holds a %s', (text, kind, value) => {
    expect(findTaxIds(text)).toMatchObject([{ kind, value }])
  })

  it.each([['76.354.771-1'], ['12345678A'], ['20-12345678-0'], ['11.222.333/0001-82']])(
    '%s has a wrong check digit and is none',
    (text) => {
      expect(findTaxIds(text)).toEqual([])
    },
  )
})

describe('findIbans', () => {
  it('takes blanks out', () => {
    expect(findIbans('IBAN: DE89 3704 0044 0532 0130 00')).toMatchObject([
      { value: 'DE89370400440532013000' },
    ])
  })

  it('refuses wrong check digits', () => {
    expect(findIbans('DE88 3704 0044 0532 0130 00')).toEqual([])
  })
})
