import { onePagePdf, printed, stream } from '../../fixtures/write-pdf'
import type { SampleFile } from './sample-files'

/** An invoice to review: its check digits are wrong, it is due before it was issued, and its total is not the sum. */
export function invoiceInDoubt({ as, supplier }: { as: string; supplier: string }): SampleFile {
  const lines = [
    supplier,
    'INVOICE',
    '',
    'Invoice number: X-1701',
    'Invoice date: 12 March 2026',
    'Due date: 1 March 2026',
    '',
    'Subtotal: 100.00',
    'Tax: 19.00',
    'Total: 150.00',
    'Currency: EUR',
    'IBAN: DE89 3704 0044 0532 0130 01',
  ]
  const buffer = onePagePdf({ content: stream({ content: printed(lines) }) })
  return { name: as, mimeType: 'application/pdf', buffer }
}
