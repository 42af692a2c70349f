import { expect, it } from 'vitest'
import { indexLabels } from './candidates'
import { findLabels } from './find-labels'
import { findSupplier } from './find-supplier'
import { buildLabelBook } from './label-book'
import { buildLayout } from './layout'

it('on a purchase order the supplier is the vendor, not who writes it', () => {
  const value = supplierOf(
    'Northfield Clinics',
    'Purchase Order',
    '',
    'Vendor',
    'Baxter Paper Corp.',
    '12 Mill St',
  )
  expect(value).toBe('Baxter Paper Corp.')
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

function find(...texts: string[]) {
  const words = texts.flatMap((text, line) =>
    text.split(' ').map((word, at) => ({
      text: word,
      box: { x: 40 + at * 60, y: 30 + line * 12, width: 57, height: 10 },
      confidence: 1,
    })),
  )
  const page = { number: 1, width: 600, height: 840, words, source: 'text', turned: 0 } as const
  const layout = buildLayout({ pages: [page], attachments: [] })
  const fields = ['supplier', 'customer', 'ship_to'].map((key) => ({ key, labels: [key] }))
  const labels = indexLabels(findLabels({ layout, book: buildLabelBook({ fields, others: ['other'] }) }))
  return findSupplier({ layout, labels })
}
