import { expect, it } from 'vitest'
import { buildLayout } from '../extract/layout/layout'
import { findLegalName } from './legal-names'
import { listNamesInSmallPrint } from './small-print'

function layoutOf(...texts: string[]) {
  const words = texts.flatMap((text, line) =>
    text.split(' ').map((word, at) => ({
      text: word,
      box: { x: at * 30, y: line * 20, width: 28, height: 10 },
      confidence: 1,
    })),
  )
  const page = { number: 1, width: 900, height: texts.length * 20, words, source: 'text', turned: 0 } as const
  return buildLayout({ pages: [page], attachments: [] })
}

it('finds the full name of which a logo shows the beginning', () => {
  const layout = layoutOf(
    'Brookfield',
    'Invoice 77',
    'Brookfield is a trading name of Brookfield Power Supply Ltd.',
  )
  expect(findLegalName({ name: 'Brookfield', layout, customers: [] })?.value).toBe(
    'Brookfield Power Supply Ltd.',
  )
})

it('adds no words of a sentence to a name', () => {
  const layout = layoutOf('Brookfield', 'Brookfield thanks its customer Acme Ltd')
  expect(findLegalName({ name: 'Brookfield', layout, customers: [] })).toBeNull()
})

it('finds the issuer in a line of bank and registration', () => {
  const rows = Array.from({ length: 8 }, (_, at) => `line ${at}`)
  const [page] = layoutOf(...rows, 'Bank: sort code 04-00-04. Miller & Lane Ltd, registered in England').pages
  expect(page && listNamesInSmallPrint(page).map(({ name }) => name)).toEqual(['Miller & Lane Ltd'])
})

it.each([
  ['Brita Holm t/a Holm & Daughter ABN 51 824 753 556', 'Holm & Daughter'],
  ['Caisse Rurale du Lot – Société coopérative – SIREN 779 140 233', 'Caisse Rurale du Lot'],
  ['Cuenta a nombre de Talleres del Sur, S.A. de C.V. RFC TSU010203AB1', 'Talleres del Sur, S.A. de C.V.'],
  ['SARL Bon Pain au capital de 8 000 € – RCS Lyon', 'SARL Bon Pain'],
])('who registers in `%s` is %s', (text, name) => {
  const rows = Array.from({ length: 8 }, (_, at) => `line ${at}`)
  const [page] = layoutOf(...rows, text).pages
  expect(page && listNamesInSmallPrint(page).map((one) => one.name)).toEqual([name])
})

it('takes no sentence before a registration for a name', () => {
  const rows = Array.from({ length: 8 }, (_, at) => `line ${at}`)
  const [page] = layoutOf(...rows, 'Please pay by transfer to our account. IBAN DE44 1234').pages
  expect(page && listNamesInSmallPrint(page)).toEqual([])
})
