import { expect, it } from 'vitest'
import { concludeContext } from '../extract/context'
import { buildLayout } from '../extract/layout/layout'
import { findTaxRows } from './tax-rows'

function rowsOf(...texts: string[]) {
  return rowsWith({ texts, totals: [] })
}

function rowsWith({ texts, totals }: { texts: string[]; totals: number[] }) {
  const words = texts.flatMap((text, line) =>
    text.split('  ').flatMap((cell, column) =>
      cell.split(' ').map((word, at) => ({
        text: word,
        box: { x: column * 120 + at * 30, y: line * 20, width: 28, height: 10 },
        confidence: 1,
      })),
    ),
  )
  const page = { number: 1, width: 800, height: 400, words, source: 'text', turned: 0 } as const
  const layout = buildLayout({ pages: [page], attachments: [] })
  return findTaxRows({
    layout,
    context: concludeContext(layout),
    totals: totals.map((value) => ({
      value,
      text: String(value),
      box: { x: 0, y: 300, width: 20, height: 10 },
      mark: null,
      score: 1,
      confidence: 1,
      pageIndex: 0,
    })),
    lineItems: [],
  })
}

it('tells net and tax from their sum, whatever heads the columns', () => {
  const [row] = rowsOf('Kat  Stawka  A  B  C', 'X  19,00 %  53,79  10,22  64,01')
  expect([row?.net.value, row?.tax.value]).toEqual([53.79, 10.22])
})

it('takes no row for taxes whose smaller part is too large a share', () => {
  expect(rowsOf('deposit  60.00  40.00  100.00')).toEqual([])
})

it('a row of net and tax counts where their sum is the total', () => {
  const texts = ['Totaal  293,30  28,20']
  expect(rowsWith({ texts, totals: [] })).toEqual([])
  const [row] = rowsWith({ texts, totals: [321.5] })
  expect([row?.net.value, row?.tax.value]).toEqual([293.3, 28.2])
})
