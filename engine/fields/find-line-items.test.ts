import { expect, it } from 'vitest'
import type { Reading } from '../readers/reading'
import { findStep } from '../steps/load-step'
import { extractFields } from './extract-fields'

it('priced lines of an invoice without a head are its items where they come to the total', () => {
  expect(amountsOf('Gutter  $980.00', 'Tip fees  $150.00', 'Total  $1,130.00')).toEqual([980, 150])
})

it('otherwise they are not taken for items', () => {
  expect(amountsOf('Deposit  $980.00', 'Old balance  $150.00', 'Total  $400.00')).toEqual([])
})

function amountsOf(...rows: string[]): unknown[] {
  const step = findStep('invoice')
  if (!step) throw new Error('There is no step for invoices.')
  return extractFields({ reading: readingOf(rows), step }).lineItems.map((item) => item.amount?.value)
}

function readingOf(rows: string[]): Reading {
  const words = rows.flatMap((text, line) =>
    text.split('  ').flatMap((cell, column) =>
      cell.split(' ').map((word, at) => ({
        text: word,
        box: { x: 40 + column * 300 + at * 50, y: 100 + line * 20, width: 47, height: 10 },
        confidence: 1,
      })),
    ),
  )
  return {
    pages: [{ number: 1, width: 600, height: 800, words, source: 'text', turned: 0 }],
    attachments: [],
  }
}
