import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/page-of-text'
import { findStep } from '../steps/load-step'
import { extractFields } from './extract-fields'

function extract(...lines: string[]) {
  const step = findStep('invoice')
  if (!step) throw new Error('no step for invoices')
  const { values } = extractFields({ reading: pageOfText(...lines), step })
  const plain = Object.fromEntries(Object.entries(values).map(([key, found]) => [key, found.value]))
  return { plain, values }
}

describe('a paper that is not a plain invoice', () => {
  it('credit note: has its own number and date, not those of the invoice it corrects', () => {
    const { plain } = extract(
      'Imaginary Tools Ltd',
      'CREDIT NOTE',
      'Credit note no.     CN-0031',
      'Date                03/07/2031',
      'Original invoice    INV-8812',
      'Invoice date        11/06/2031',
      '',
      'Net                 -100.00',
      'VAT 20%              -20.00',
      'Total credit       -£120.00',
    )
    expect(plain).toMatchObject({ invoice_number: 'CN-0031', date: '2031-07-03', tax: -20, total: -120 })
  })

  it('terms with a cash discount: due is the day for the whole amount', () => {
    const { plain, values } = extract(
      'Beispiel Maschinen GmbH',
      'Rechnung Nr. 2031-77',
      'Gesamtbetrag    1.190,00 EUR',
      'Zahlbar bis 28.09.2031 mit 2 % Skonto, bis 18.10.2031 rein netto.',
    )
    expect(plain.due_date).toBe('2031-10-18')
    expect(values.due_date?.confidence).toBeLessThan(0.8)
  })

  it('taxes withheld and forms with rates that do not apply: the printed tax is found', () => {
    const { plain } = extract(
      'Consultora Ficticia S.L.',
      'Factura nº: F-2031/08',
      'Base imponible      1.000,00 €',
      'IVA 4 %                 0,00 €',
      'IVA 21 %              210,00 €',
      'Retención IRPF 15 %  -150,00 €',
      'Total factura       1.060,00 €',
    )
    expect(plain).toMatchObject({ subtotal: 1000, tax: 210, total: 1060 })
  })

  it('delivery note: weights are no money and its number is no invoice number', () => {
    const { plain } = extract(
      'Conservas Ficticias S.L.',
      'ALBARÁN DE ENTREGA',
      'Nº albarán: AL-31/7713',
      'Fecha: 08/10/2031',
      'Descripción     Cajas    Kg',
      'Anchoa             40    96,00',
      'Bonito             25    66,50',
      'Peso total: 162,50 kg',
    )
    expect(plain).toMatchObject({ supplier: 'Conservas Ficticias S.L.', date: '2031-10-08' })
    expect(plain).not.toHaveProperty('total')
    expect(plain).not.toHaveProperty('invoice_number')
  })

  it('letterhead without labels: the date that stands alone is its date, not one in a sentence', () => {
    const { plain } = extract(
      'Bufete Imaginario S.L.',
      'Bilbao, a 5 de noviembre de 2031',
      'Minuta nº 24/0517',
      'Conforme a la hoja de encargo de fecha 1 de marzo de 2031',
      'Total              1.210,00 €',
    )
    expect(plain.date).toBe('2031-11-05')
  })
})
