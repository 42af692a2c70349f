import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/page-of-text'
import { findStep } from '../steps/load-step'
import { extractFields } from './extract-fields'
import { sumOfLines } from './line-item'

function extract(pipeline: string, ...lines: string[]) {
  const step = findStep(pipeline)
  if (!step) throw new Error(`no step ${pipeline}`)
  const { values, lineItems } = extractFields({ reading: pageOfText(...lines), step })
  const plain = Object.fromEntries(Object.entries(values).map(([key, found]) => [key, found.value]))
  return { values: plain, lineItems }
}

describe('an invoice', () => {
  it('in Spanish, labels to the left', () => {
    const { values } = extract(
      'invoice',
      'Talleres Ficticios S.L.',
      'CIF: A58818501',
      '',
      'Factura nº: F-2031/07',
      'Fecha de factura: 05/03/2031',
      'Fecha de vencimiento: 04/04/2031',
      '',
      'Base imponible              1.250,00 €',
      'IVA 21%                       262,50 €',
      'Total                       1.512,50 €',
    )
    expect(values).toMatchObject({
      supplier: 'Talleres Ficticios S.L.',
      supplier_tax_id: 'A58818501',
      invoice_number: 'F-2031/07',
      date: '2031-03-05',
      due_date: '2031-04-04',
      currency: 'EUR',
      subtotal: 1250,
      tax: 262.5,
      total: 1512.5,
    })
  })

  it('with its values below their labels and a table of lines', () => {
    const { values, lineItems } = extract(
      'invoice',
      'Imaginary Tools Ltd',
      '',
      'Invoice Number    Invoice Date    Due Date',
      'IT-00917          17 May 2031     16 June 2031',
      '',
      'Description          Qty     Unit Price     Amount',
      'Left-handed hammer     2          12.50      25.00',
      'with oak handle',
      'Box of nails          10           1.10      11.00',
      '',
      '                             Subtotal        36.00',
      '                             VAT 20%          7.20',
      '                             Total          £43.20',
    )
    expect(values).toMatchObject({
      invoice_number: 'IT-00917',
      date: '2031-05-17',
      total: 43.2,
      currency: 'GBP',
    })
    expect(lineItems.map((item) => item.description?.value)).toEqual([
      'Left-handed hammer with oak handle',
      'Box of nails',
    ])
    expect(sumOfLines(lineItems)).toBe(36)
  })

  it('the block of the customer is not the supplier', () => {
    const { values } = extract(
      'invoice',
      'Bill to:',
      'Great Customer GmbH',
      'Hauptstraße 1',
      '',
      'Kleine Werkstatt',
      'Rechnungsnummer: 4711',
      'Gesamtbetrag: 100,00 EUR',
      'www.kleine-werkstatt.de',
    )
    expect(values).toMatchObject({ supplier: 'Kleine Werkstatt', customer: 'Great Customer GmbH' })
  })

  it('without a number gets none', () => {
    const { values } = extract('invoice', 'Padaria Nova Lda', 'Fatura', 'Data: 12.03.2031', 'Total: 110,00 €')
    expect(values).not.toHaveProperty('invoice_number')
    expect(values).toMatchObject({ date: '2031-03-12', total: 110 })
  })
})

describe('an invoice of another country', () => {
  it.each([
    {
      lines: [
        'Beispiel Technik GmbH',
        'Rechnung Nr. 2031-118              Datum: 3. April 2031',
        'Kunde: Erika Mustermann            Fällig am 17.04.2031',
        'Summe netto                  1.000,00 EUR',
        'zzgl. 19% MwSt.                190,00 EUR',
        'Gesamtbetrag                 1.190,00 EUR',
      ],
      values: {
        supplier: 'Beispiel Technik GmbH',
        invoice_number: '2031-118',
        date: '2031-04-03',
        due_date: '2031-04-17',
        currency: 'EUR',
        subtotal: 1000,
        tax: 190,
        total: 1190,
      },
    },
    {
      lines: [
        'Atelier Imaginaire SARL',
        'Facture n° FA-0042',
        'Date de facture : 12 février 2031',
        "Date d'échéance : 14/03/2031",
        'Total HT                     2 400,00 €',
        'TVA 20 %                       480,00 €',
        'Total TTC                    2 880,00 €',
      ],
      values: {
        supplier: 'Atelier Imaginaire SARL',
        invoice_number: 'FA-0042',
        date: '2031-02-12',
        due_date: '2031-03-14',
        currency: 'EUR',
        subtotal: 2400,
        tax: 480,
        total: 2880,
      },
    },
    {
      lines: [
        'Officina Esempio S.r.l.',
        'P.IVA 00743110157',
        'Fattura n. 77/2031 del 10/02/2031',
        'Imponibile          € 500,00',
        'IVA 22%             € 110,00',
        'Totale fattura      € 610,00',
      ],
      values: {
        supplier: 'Officina Esempio S.r.l.',
        invoice_number: '77/2031',
        date: '2031-02-10',
        currency: 'EUR',
        subtotal: 500,
        tax: 110,
        total: 610,
      },
    },
    {
      lines: [
        'Oficina Exemplo Lda',
        'Fatura nº FT 2031/55',
        'Data de emissão: 2031-02-10',
        'Total ilíquido        100,00 EUR',
        'IVA (23%)              23,00 EUR',
        'Total a pagar         123,00 EUR',
      ],
      values: {
        supplier: 'Oficina Exemplo Lda',
        invoice_number: 'FT 2031/55',
        date: '2031-02-10',
        currency: 'EUR',
        subtotal: 100,
        tax: 23,
        total: 123,
      },
    },
    {
      lines: [
        'Voorbeeld Handel B.V.',
        'Factuurnummer: 2031.0099',
        'Factuurdatum: 1 maart 2031      Vervaldatum: 31-03-2031',
        'Subtotaal              € 200,00',
        'BTW 21%                 € 42,00',
        'Totaal te betalen      € 242,00',
      ],
      values: {
        supplier: 'Voorbeeld Handel B.V.',
        invoice_number: '2031.0099',
        date: '2031-03-01',
        due_date: '2031-03-31',
        currency: 'EUR',
        subtotal: 200,
        tax: 42,
        total: 242,
      },
    },
    {
      lines: [
        'Comercial Inventada SpA',
        'R.U.T.: 76.354.771-K',
        'FACTURA ELECTRÓNICA Nº 1234',
        'Fecha Emisión: 15 de mayo de 2031',
        'Monto Neto            $ 84.034',
        'IVA 19%               $ 15.966',
        'Total                $ 100.000',
      ],
      values: {
        supplier: 'Comercial Inventada SpA',
        supplier_tax_id: '76.354.771-K',
        invoice_number: '1234',
        date: '2031-05-15',
        currency: 'CLP',
        subtotal: 84034,
        tax: 15966,
        total: 100000,
      },
    },
  ])('is read: $values.supplier', ({ lines, values }) => {
    expect(extract('invoice', ...lines).values).toMatchObject(values)
  })
})

describe('a receipt', () => {
  it('of rounded and unrounded totals takes the one that was paid', () => {
    const { values } = extract(
      'receipt',
      'KEDAI CONTOH SDN BHD',
      '12/03/2031 14:05',
      'TEH TARIK            2.52',
      'ROTI CANAI           1.50',
      'Total                4.02',
      'Rounding            -0.02',
      'Total Rounded        4.00',
      'Cash                 5.00',
      'Change               1.00',
    )
    expect(values).toMatchObject({
      supplier: 'KEDAI CONTOH SDN BHD',
      date: '2031-03-12',
      time: '14:05',
      total: 4,
    })
  })
})

describe('a page that is no business paper', () => {
  it('gives no values, whatever its first line says', () => {
    expect(
      extract('invoice', 'Minutes of the Garden Club', '12 May 2031', 'We planted roses.').values,
    ).toEqual({})
  })
})
