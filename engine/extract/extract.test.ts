import { describe, expect, it } from 'vitest'
import { pageOfText, pagesOfText } from '@/tests/support/paper/page-of-text'
import type { Reading } from '../readers/reading'
import { extract } from './extract'
import { readJsonSchema } from './schema/json-schema'
import { readSchemaFields } from './schema/read-schema'

const invoice = pageOfText(
  'Nordwind Supplies Ltd',
  '12 Harbour Street, Leeds LS1 4AB',
  '',
  'INVOICE',
  'Invoice number:  NW-2031-118',
  'Invoice date:  14 March 2031',
  'Customer no:  K-20117',
  '',
  'Description        Qty    Price     Amount',
  'Steel brackets     10     8.00      80.00',
  'Delivery           1      20.00     20.00',
  '',
  'Subtotal  100.00',
  'VAT 20 %  20.00',
  'Total  GBP 120.00',
)

const cii = `<rsm:CrossIndustryInvoice xmlns:rsm="a" xmlns:ram="b" xmlns:udt="c">
  <rsm:ExchangedDocument><ram:ID>NW-2031-118</ram:ID></rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:SpecifiedTradeProduct><ram:Name>Steel brackets</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>
        <ram:LineTotalAmount>80.00</ram:LineTotalAmount>
      </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeSettlement><ram:SpecifiedTradeSettlementHeaderMonetarySummation>
      <ram:GrandTotalAmount>119.00</ram:GrandTotalAmount>
    </ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`

function values({
  properties,
  isTrade = null,
  reading = invoice,
}: {
  properties: Record<string, unknown>
  isTrade?: boolean | null
  reading?: Reading
}) {
  const fields = readSchemaFields(readJsonSchema({ type: 'object', properties }))
  const extraction = extract({ reading, fields, isTrade })
  const byPath = new Map([...extraction.values].map(([{ path }, { value }]) => [path.join('.'), value]))
  return { ...extraction, byPath }
}

const text = { type: 'string' }
const number = { type: 'number' }
const known = { supplier: text, invoice_number: text, total: number }
const list = (columns: Record<string, unknown>) => ({
  type: 'array',
  items: { type: 'object', properties: columns },
})

describe('a schema that names three fields of an invoice', () => {
  it('is one for invoices, without being told', () => {
    const { byPath, isProven, documents } = values({ properties: known })
    expect(byPath.get('supplier')).toBe('Nordwind Supplies Ltd')
    expect(byPath.get('total')).toBe(120)
    expect(isProven).toBe(true)
    expect(documents).toHaveLength(1)
  })

  it('gets other fields by their labels', () => {
    const { byPath } = values({ properties: { ...known, customer_no: text } })
    expect(byPath.get('customer_no')).toBe('K-20117')
  })

  it('gets values in the types and forms that it wants', () => {
    const properties = { ...known, date: { type: 'string', description: 'as DD/MM/YYYY' }, total: text }
    const { byPath } = values({ properties })
    expect(byPath.get('total')).toBe('120')
    expect(byPath.get('date')).toMatch(/14/)
  })

  it('gets no number where it wants another kind of value', () => {
    const { byPath } = values({ properties: { ...known, invoice_number: number } })
    expect(byPath.has('invoice_number')).toBe(false)
  })
})

describe('a long file of trade', () => {
  const blank = ['Terms of sale apply.']
  const parcels = [
    'Item              Weight     Colour',
    'Bolts                 12     red',
    'Nuts                   3     blue',
  ]
  const file = pagesOfText(...Array.from({ length: 8 }, () => blank), parcels, ...Array(4).fill(blank))

  it('is read without the pages between that hold no price', () => {
    const { paper } = values({
      properties: { ...known, line_items: list({ description: text, amount: number }) },
      reading: file,
    })
    expect(paper.pages).toHaveLength(12)
  })

  it('is read whole where a list of anything else is asked for', () => {
    const properties = { ...known, parcels: list({ item: text, weight: number, colour: text }) }
    const { lists } = values({ properties, reading: file })
    expect([...lists.values()].map((rows) => rows.length)).toEqual([2])
  })
})

describe('an e-invoice in the file', () => {
  // The amounts of this page prove nothing.
  const reading: Reading = {
    ...pageOfText(
      'Nordwind Supplies Ltd',
      'Invoice number:  NW-2031-118',
      'Steel brackets  80.00',
      'Total  120.00',
    ),
    attachments: [{ name: 'factur-x.xml', bytes: new TextEncoder().encode(cii) }],
  }

  it('speaks first, and proves itself', () => {
    const { byPath, isProven } = values({ properties: known, reading })
    expect(byPath.get('total')).toBe(119)
    expect(isProven).toBe(true)
  })

  it('gives its lines to the list of priced lines and to no other', () => {
    const properties = {
      ...known,
      line_items: list({ description: text, amount: number }),
      contacts: list({ name: text, phone: text }),
    }
    const { lists } = values({ properties, reading })
    const rows = new Map([...lists].map(([{ path }, found]) => [path.join('.'), found]))
    expect(rows.get('line_items')?.map((row) => [...row.values()].map(({ value }) => value))).toEqual([
      ['Steel brackets', 80],
    ])
    expect(rows.get('contacts') ?? []).toEqual([])
  })
})

it('a paper beside the step it was sent to gives nothing', () => {
  const reading = pageOfText('Dear all,', 'the garden is closed while the path is mended.')
  expect(values({ properties: known, isTrade: true, reading }).byPath.get('total')).toBeUndefined()
})
