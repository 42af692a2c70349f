import { expect, it } from 'vitest'
import type { Identity } from './match-supplier'
import { matchSupplier } from './match-supplier'
import { supplierOf } from './supplier-of'

const words = 'factura fecha cliente importe total base impuesto vencimiento pedido banco'.split(' ')
const formAt = (row: number) => words.map((word, at) => `${word}@${at},${row}`)
const nobody = { taxId: null, name: null }
const paper = (truth: Partial<Identity>, answered: Partial<Identity> = truth) => ({
  truth: { ...nobody, ...truth },
  answered: { ...nobody, ...answered },
  marks: answered.marks ?? null,
})

const acme = supplierOf({
  id: 'acme',
  papers: [
    paper({ taxId: 'B-12345678', name: 'Acme, S.L.', marks: formAt(3) }),
    paper(
      { taxId: 'B12345678', name: 'Acme, S.L.', marks: formAt(4) },
      { name: 'Our Firm', marks: formAt(4) },
    ),
  ],
})
const nameless = supplierOf({
  id: 'nameless',
  papers: [
    paper({ name: 'Logo Ltd', marks: formAt(12) }, { name: 'Our Firm', marks: formAt(12) }),
    paper({ name: 'Logo Ltd', marks: formAt(12) }, { marks: formAt(12) }),
  ],
})
const suppliers = [acme, nameless]
const find = (identity: Partial<Identity>) =>
  matchSupplier({ identity: { taxId: null, name: null, marks: null, ...identity }, suppliers })?.id ?? null

it('goes by the tax number, however it is written, before the name', () => {
  expect(find({ taxId: 'b 12345678', name: 'Logo Ltd' })).toBe('acme')
  expect(find({ name: 'ACME S.L.' })).toBe('acme')
})

it('takes a name that several have for none', () => {
  expect(find({ name: 'Our Firm' })).toBeNull()
})

it('knows a form again where nobody is named, a little moved', () => {
  expect(find({ marks: formAt(13) })).toBe('nameless')
  expect(find({ marks: formAt(20) })).toBeNull()
})

it('takes a paper of another form for another’s, whoever is named on it', () => {
  expect(find({ name: 'ACME S.L.', marks: formAt(25) })).toBeNull()
})

it('knows nobody by a blank', () => {
  expect(find({})).toBeNull()
  expect(find({ taxId: '–', name: ' ' })).toBeNull()
})
