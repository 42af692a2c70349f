import { describe, expect, it } from 'vitest'
import { parseEInvoice } from './parse-e-invoice'

function parse(xml: string, name = 'factur-x.xml') {
  return parseEInvoice([{ name, bytes: new TextEncoder().encode(xml) }])
}

const second = `<?xml version="1.0"?>
<rsm:CrossIndustryInvoice xmlns:rsm="a" xmlns:ram="b" xmlns:udt="c">
  <rsm:ExchangedDocument>
    <ram:ID>RE-2031-7</ram:ID>
    <ram:IssueDateTime><udt:DateTimeString format="102">20310314</udt:DateTimeString></ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:SpecifiedTradeProduct><ram:Name>Steel
        brackets</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement>
        <ram:NetPriceProductTradePrice><ram:ChargeAmount>8.00</ram:ChargeAmount></ram:NetPriceProductTradePrice>
      </ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">10</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>
        <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>80.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
      </ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement>
      <ram:SellerTradeParty>
        <ram:Name>Nordwind GmbH</ram:Name>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">201/113/40209</ram:ID></ram:SpecifiedTaxRegistration>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE811569869</ram:ID></ram:SpecifiedTaxRegistration>
      </ram:SellerTradeParty>
      <ram:BuyerTradeParty><ram:Name>Quayside &amp; Co</ram:Name></ram:BuyerTradeParty>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:TaxBasisTotalAmount>80.00</ram:TaxBasisTotalAmount>
        <ram:TaxTotalAmount currencyID="EUR">15.20</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>95.20</ram:GrandTotalAmount>
        <ram:DuePayableAmount>45.20</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`

const first = `<rsm:CrossIndustryDocument xmlns:rsm="a" xmlns:ram="b">
  <rsm:HeaderExchangedDocument><ram:ID>R-1</ram:ID></rsm:HeaderExchangedDocument>
  <rsm:SpecifiedSupplyChainTradeTransaction>
    <ram:ApplicableSupplyChainTradeSettlement>
      <ram:SpecifiedTradeSettlementMonetarySummation><ram:GrandTotalAmount currencyID="EUR">119.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>
    </ram:ApplicableSupplyChainTradeSettlement>
  </rsm:SpecifiedSupplyChainTradeTransaction>
</rsm:CrossIndustryDocument>`

describe('an e-invoice', () => {
  it('gives its values with ISO dates, numbers, and the tax id that is one of VAT', () => {
    expect(parse(second)?.values).toEqual({
      supplier: 'Nordwind GmbH',
      supplier_tax_id: 'DE811569869',
      customer: 'Quayside & Co',
      invoice_number: 'RE-2031-7',
      date: '2031-03-14',
      currency: 'EUR',
      subtotal: 80,
      tax: 15.2,
      total: 95.2,
      amount_due: 45.2,
    })
  })

  it('gives its lines', () => {
    expect(parse(second)?.lines).toEqual([
      { description: 'Steel brackets', quantity: 10, unit_price: 8, amount: 80 },
    ])
  })

  it('of the first ZUGFeRD has other names and the same values', () => {
    expect(parse(first)?.values).toEqual({ invoice_number: 'R-1', total: 119 })
  })
})

describe('an attachment', () => {
  it('that is another XML, a damaged one, or no XML at all says nothing', () => {
    expect(parse('<order><ID>4</ID></order>')).toBeNull()
    expect(parse('<rsm:CrossIndustryInvoice')).toBeNull()
    expect(parse(second, 'terms.pdf')).toBeNull()
    expect(parseEInvoice([])).toBeNull()
  })
})
