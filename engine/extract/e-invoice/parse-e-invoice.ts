import type { Attachment } from '../../readers/reading'
import { findElement, findElements, findText, parseXml, type XmlElement } from './xml-elements'

type EInvoiceLine = { description?: string; quantity?: number; unit_price?: number; amount?: number }

type EInvoice = {
  /** By the keys of the invoice step; dates in ISO form, amounts as numbers. */
  values: { [key: string]: string | number }
  lines: EInvoiceLine[]
}

/**
 * The invoice inside a Factur-X or ZUGFeRD PDF (UN/CEFACT Cross Industry Invoice; ZUGFeRD 1 as well as 2).
 * @returns null when no attachment holds one
 */
export function parseEInvoice(attachments: Attachment[]): EInvoice | null {
  for (const { name, bytes } of attachments) {
    const root = name.toLowerCase().endsWith('.xml') ? parseXml(new TextDecoder().decode(bytes)) : null
    const invoice = findElement({ in: root, names: ['CrossIndustryInvoice', 'CrossIndustryDocument'] })
    if (invoice) return { values: readValues(invoice), lines: readLines(invoice) }
  }
  return null
}

const headerNames = ['ExchangedDocument', 'HeaderExchangedDocument']
const settlementNames = ['ApplicableHeaderTradeSettlement', 'ApplicableSupplyChainTradeSettlement']
const sumNames = [
  'SpecifiedTradeSettlementHeaderMonetarySummation',
  'SpecifiedTradeSettlementMonetarySummation',
]
const lineSumNames = [
  'SpecifiedTradeSettlementLineMonetarySummation',
  'SpecifiedTradeSettlementMonetarySummation',
]

function readValues(invoice: XmlElement): EInvoice['values'] {
  const header = findElement({ in: invoice, names: headerNames })
  const settlement = findElement({ in: invoice, names: settlementNames })
  const sums = findElement({ in: settlement, names: sumNames })
  const seller = findElement({ in: invoice, names: ['SellerTradeParty'] })
  const buyer = findElement({ in: invoice, names: ['BuyerTradeParty'] })
  return withoutGaps({
    supplier: findText({ in: seller, names: ['Name'] }),
    supplier_tax_id: findVatId(seller),
    customer: findText({ in: buyer, names: ['Name'] }),
    invoice_number: findText({ in: header, names: ['ID'] }),
    date: findDate(findElement({ in: header, names: ['IssueDateTime'] })),
    due_date: findDate(findElement({ in: settlement, names: ['DueDateDateTime'] })),
    currency: findText({ in: settlement, names: ['InvoiceCurrencyCode'] }),
    subtotal: findNumber({ in: sums, names: ['TaxBasisTotalAmount'] }),
    tax: findNumber({ in: sums, names: ['TaxTotalAmount'] }),
    total: findNumber({ in: sums, names: ['GrandTotalAmount'] }),
    amount_due: findNumber({ in: sums, names: ['DuePayableAmount'] }),
    iban: findText({ in: settlement, names: ['IBANID'] }),
  })
}

function readLines(invoice: XmlElement): EInvoiceLine[] {
  return findElements({ in: invoice, names: ['IncludedSupplyChainTradeLineItem'] }).flatMap((item) => {
    const product = findElement({ in: item, names: ['SpecifiedTradeProduct'] })
    const price = findElement({ in: item, names: ['NetPriceProductTradePrice'] })
    const description = findText({ in: product, names: ['Name'] })
    const quantity = findNumber({ in: item, names: ['BilledQuantity'] })
    const unitPrice = findNumber({ in: price, names: ['ChargeAmount'] })
    const amount = findNumber({
      in: findElement({ in: item, names: lineSumNames }),
      names: ['LineTotalAmount'],
    })
    if (amount === undefined) return []
    return [
      {
        ...(description !== undefined && { description }),
        ...(quantity !== undefined && { quantity }),
        ...(unitPrice !== undefined && { unit_price: unitPrice }),
        amount,
      },
    ]
  })
}

function withoutGaps<Value>(values: { [key: string]: Value | undefined }): { [key: string]: Value } {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function findNumber(place: { in: XmlElement | null; names: string[] }): number | undefined {
  const value = Number(findText(place) ?? Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

/** Format 102 is YYYYMMDD (UN/EDIFACT 2379). */
function findDate(parent: XmlElement | null): string | undefined {
  const text = findText({ in: parent, names: ['DateTimeString', 'DateTime'] })
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? '') ?? []
  return year && month && day ? `${year}-${month}-${day}` : undefined
}

function findVatId(seller: XmlElement | null): string | undefined {
  const registrations = findElements({ in: seller, names: ['SpecifiedTaxRegistration'] })
  const vat = registrations.find(
    (registration) => findElement({ in: registration, names: ['ID'] })?.['@_schemeID'] === 'VA',
  )
  return findText({ in: vat ?? null, names: ['ID'] })
}
