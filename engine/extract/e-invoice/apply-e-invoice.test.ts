import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { toPaper } from '../paper/paper'
import { findTradeValues } from '../trade/find-trade-values'
import { applyEInvoice } from './apply-e-invoice'

const paper = toPaper(
  pageOfText(
    'Printed 14 March 2031',
    'Nordwind Supplies Ltd',
    '12 Harbour Street, Leeds LS1 4AB',
    'Invoice number:  NW-2031-118',
    'Invoice date:  14 March 2031',
    'Steel brackets     10     8.00      80.00',
    'Subtotal  100.00',
    'VAT 20 %  20.00',
    'Total  GBP 120.00',
  ),
)
const { values } = findTradeValues(paper)

function apply(settlement: string) {
  const xml = `<CrossIndustryInvoice><ExchangedDocument><ID>NW-2031-118</ID>
    <IssueDateTime><DateTimeString>20310314</DateTimeString></IssueDateTime></ExchangedDocument>
    <IncludedSupplyChainTradeLineItem><SpecifiedTradeProduct><Name>Steel brackets</Name></SpecifiedTradeProduct>
    <SpecifiedTradeSettlementLineMonetarySummation><LineTotalAmount>80</LineTotalAmount></SpecifiedTradeSettlementLineMonetarySummation>
    </IncludedSupplyChainTradeLineItem>
    <ApplicableHeaderTradeSettlement>${settlement}</ApplicableHeaderTradeSettlement></CrossIndustryInvoice>`
  const applied = applyEInvoice({
    paper,
    values,
    attachments: [{ name: 'invoice.xml', bytes: new TextEncoder().encode(xml) }],
  })
  if (!applied) throw new Error('There is one.')
  return applied
}

const sums = (total: string) =>
  `<SpecifiedTradeSettlementHeaderMonetarySummation><GrandTotalAmount>${total}</GrandTotalAmount></SpecifiedTradeSettlementHeaderMonetarySummation>`

test('a value that the page says too stands where it was read, without doubt', () => {
  const date = apply(sums('120.00')).values.get('date')
  expect(date).toEqual({ ...values.get('date'), confidence: 1 })
  // Not where the page says the same first.
  expect(date?.box.y).toBeGreaterThan(20)
})

test('a value that was read otherwise is that of the file, where the page has it', () => {
  const total = apply(sums('80.00')).values.get('total')
  expect(total).toMatchObject({ value: 80, text: '80.00', page: paper.pages[0], confidence: 1 })
})

test('a value that no page has stands nowhere', () => {
  const total = apply(sums('119.00')).values.get('total')
  expect(total).toMatchObject({ value: 119, text: '', page: null, confidence: 1 })
})

test('what the file does not say stays as it was read', () => {
  expect(apply(sums('120.00')).values.get('tax')).toEqual(values.get('tax'))
})

test('its lines have places on the page too', () => {
  const [row] = apply(sums('120.00')).rows
  expect(row?.get('description')).toMatchObject({
    value: 'Steel brackets',
    text: 'Steel brackets',
    page: paper.pages[0],
  })
  expect(row?.get('amount')).toMatchObject({ value: 80, text: '80.00' })
  expect(row?.has('quantity')).toBe(false)
})

test('without one nothing is changed', () => {
  expect(applyEInvoice({ paper, values, attachments: [] })).toBeNull()
})
