import { expect, it } from 'vitest'
import { indexLabels } from './candidates'
import { findLabels } from '../extract/labels/find-labels'
import { findSupplier } from './find-supplier'
import { buildLabelBook } from '../extract/labels/label-book'
import { buildLayout } from '../extract/layout/layout'

it('on a purchase order the supplier is the vendor, not who writes it', () => {
  const value = supplierOf(
    'Northfield Clinics',
    '# Purchase Order',
    '',
    'Vendor',
    'Baxter Paper Corp.',
    '12 Mill St',
  )
  expect(value).toBe('Baxter Paper Corp.')
})

it('an invoice that names the order of its customer is none', () => {
  const value = supplierOf('Harbour Lights', '12 Mill St', 'Invoice 1042', 'Purchase order:', '4500012')
  expect(value).toBe('Harbour Lights')
})

it('where the buyer stands above the seller, each address ends where the other party is named', () => {
  const value = supplierOf(
    'Nabywca:',
    'Hurtownia Lech S.A.',
    'Sprzedawca:',
    'Stolarnia Dąb Sp. z o.o.',
    'ul. Leśna 4',
  )
  expect(value).toBe('Stolarnia Dąb Sp. z o.o.')
})

it('between two names that are as likely, it is not sure', () => {
  const found = find(
    'Miller & Lane Ltd',
    'Baxter Paper Corp.',
    'www.baxterpaper.com',
    'Account of Miller & Lane Ltd',
  )
  expect(found?.confidence).toBeLessThan(0.8)
})

function supplierOf(...texts: string[]): string | undefined {
  return find(...texts)?.value
}

/** Lines that begin with `#` are titles, twice as high as the others. */
function find(...texts: string[]) {
  let y = 30
  const words = texts.flatMap((line) => {
    const height = line.startsWith('# ') ? 20 : 10
    const top = y
    y += height + 2
    return line
      .replace('# ', '')
      .split(' ')
      .map((text, at) => ({ text, box: { x: 40 + at * 60, y: top, width: 57, height }, confidence: 1 }))
  })
  const page = { number: 1, width: 600, height: 840, words, source: 'text', turned: 0 } as const
  const layout = buildLayout({ pages: [page], attachments: [] })
  const fields = ['supplier', 'customer', 'ship_to'].map((key) => ({ key, labels: [key] }))
  const labels = indexLabels(findLabels({ layout, book: buildLabelBook({ fields, others: ['other'] }) }))
  return findSupplier({ layout, labels })
}
