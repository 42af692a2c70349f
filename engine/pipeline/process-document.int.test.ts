import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { DocumentError } from '../readers/document-error'
import { stopWasmWorker } from '../readers/tesseract/wasm'
import { processDocument } from './process-document'

afterAll(stopWasmWorker)

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../tests/fixtures/documents/${name}`, import.meta.url))
}

describe('an invoice with a text layer', () => {
  it('gives its key values, its lines and where each was read', async () => {
    const result = await processDocument({
      path: fixture('invoices/docutray_sample_invoice.pdf'),
      contentType: 'application/pdf',
      pipeline: 'invoice',
    })
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

  it('of section subtotals and the real one reports the one that adds up', async () => {
    const { data } = await processDocument({
      path: fixture('invoices/AzureInterior.pdf'),
      contentType: 'application/pdf',
      pipeline: 'invoice',
    })
    expect(data).toMatchObject({ date: '2023-03-20', subtotal: 262.9, tax: 16.94, total: 279.84 })
  })

  it('an embedded e-invoice speaks first: the deposit does not lower the total', async () => {
    const { data } = await processDocument({
      path: fixture('invoices/aubonmoulin-fr-facturx.pdf'),
      contentType: 'application/pdf',
      pipeline: 'invoice',
    })
    expect(data).toMatchObject({ supplier: 'Au bon moulin', total: 671.15, amount_due: 470.15 })
  })
})

describe('scans', () => {
  it('a receipt is read by OCR', async () => {
    const { data } = await processDocument({
      path: fixture('receipts/sroie-035.webp'),
      contentType: 'image/webp',
      pipeline: 'receipt',
    })
    expect(data).toMatchObject({ supplier: 'UNIHAKKA INTERNATIONAL SDN BHD', date: '2018-03-12', total: 8.2 })
  })

  it('a page scanned sideways is read upright', async () => {
    const { data } = await processDocument({
      path: fixture('tricky/scanned-rotated90.pdf'),
      contentType: 'application/pdf',
      pipeline: 'document',
    })
    expect(JSON.stringify(data.pages)).toContain('Docling bundles PDF document conversion')
  })

  it('nothing printed, nothing returned', async () => {
    const { pages, data } = await processDocument({
      path: fixture('tricky/blank-page.pdf'),
      contentType: 'application/pdf',
      pipeline: 'invoice',
    })
    expect(pages).toBe(1)
    expect(data).toEqual({})
  })
})

describe('protected and unknown', () => {
  it('a PDF that needs a password is refused in words for people', async () => {
    const reading = processDocument({
      path: fixture('tricky/encrypted-userpassword-foo.pdf'),
      contentType: 'application/pdf',
      pipeline: 'invoice',
    })
    await expect(reading).rejects.toThrow(DocumentError)
    await expect(reading).rejects.toThrow(/password/)
  })

  it('a PDF with an owner password alone is read', async () => {
    const { pages } = await processDocument({
      path: fixture('tricky/encrypted-owner-only.pdf'),
      contentType: 'application/pdf',
      pipeline: 'document',
    })
    expect(pages).toBe(1)
  })

  it('an unknown pipeline is refused', async () => {
    const reading = processDocument({
      path: '/nowhere',
      contentType: 'application/pdf',
      pipeline: 'unheard-of',
    })
    await expect(reading).rejects.toThrow(/no pipeline/)
  })
})
