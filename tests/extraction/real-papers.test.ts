import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { AcceptedContentType } from '@/base/contract'
import { processDocument } from '@/engine/pipeline/process-document'
import { stopWasmWorker } from '@/engine/readers/tesseract/wasm'
import { sharedData } from './support/shared-data'

const { folder, isMissing } = sharedData('samples')

afterAll(stopWasmWorker)

type Sample = { file: string; contentType?: AcceptedContentType; pipeline?: string }

async function read({ file, contentType = 'application/pdf', pipeline = 'invoice' }: Sample) {
  return processDocument({ path: join(folder, file), contentType, pipeline })
}

describe.skipIf(isMissing)(
  'papers that others made (data beside the repository)',
  { timeout: 180_000 },
  () => {
    it('an invoice of text gives its key values, its lines and where each was read', async () => {
      const result = await read({ file: 'invoices/docutray_sample_invoice.pdf' })
      expect(result.pages).toBe(1)
      expect(result.data).toMatchObject({
        supplier: 'Acme Corporation',
        invoice_number: 'INV-2024-001',
        date: '2024-01-15',
        currency: 'USD',
        subtotal: 9297,
        tax: 743.76,
        total: 10040.76,
      })
      expect(result.data.line_items).toHaveLength(4)
      expect(result.data._evidence).toMatchObject({ total: { page: 1, text: '$10,040.76' } })
      expect(result.identification?.document_type).toBe('invoice')
      expect(result.validation?.warnings.count).toBe(0)
    })

    it('of section subtotals and the real one the one that adds up is reported', async () => {
      const { data } = await read({ file: 'invoices/AzureInterior.pdf' })
      expect(data).toMatchObject({ date: '2023-03-20', subtotal: 262.9, tax: 16.94, total: 279.84 })
    })

    it('an embedded e-invoice speaks first: the deposit does not lower the total', async () => {
      const { data } = await read({ file: 'invoices/aubonmoulin-fr-facturx.pdf' })
      expect(data).toMatchObject({ supplier: 'Au bon moulin', total: 671.15, amount_due: 470.15 })
    })

    it('a receipt is read by OCR', async () => {
      const receipt = {
        file: 'receipts/sroie-035.webp',
        contentType: 'image/webp',
        pipeline: 'receipt',
      } as const
      const { data } = await read(receipt)
      expect(data).toMatchObject({
        supplier: 'UNIHAKKA INTERNATIONAL SDN BHD',
        date: '2018-03-12',
        total: 8.2,
      })
    })

    it('a page scanned sideways is read upright', async () => {
      const { data } = await read({ file: 'tricky/scanned-rotated90.pdf', pipeline: 'document' })
      expect(JSON.stringify(data.pages)).toContain('Docling bundles PDF document conversion')
    })
  },
)
