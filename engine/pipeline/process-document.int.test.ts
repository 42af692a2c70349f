import { afterAll, describe, expect, it } from 'vitest'
import type { AcceptedContentType } from '@/base/contract'
import { eInvoice } from '@/tests/fixtures/e-invoice'
import { type FixtureName, fixtureFile } from '@/tests/fixtures/fixture'
import { DocumentError } from '../readers/document-error'
import { stopWasmWorker } from '../readers/tesseract/wasm'
import { processDocument } from './process-document'

afterAll(stopWasmWorker)

async function processFixture({
  name,
  contentType = 'application/pdf',
  pipeline,
}: {
  name: FixtureName
  contentType?: AcceptedContentType
  pipeline: string
}) {
  return processDocument({ path: await fixtureFile(name), contentType, pipeline })
}

describe('an invoice with a text layer', () => {
  it('gives its key values, its lines and where each was read', async () => {
    const result = await processFixture({ name: 'invoice.pdf', pipeline: 'invoice' })
    expect(result.pages).toBe(1)
    expect(result.data).toMatchObject({
      supplier: 'Fernhollow Print Works Ltd',
      invoice_number: 'FPW-2026-0418',
      date: '2026-04-14',
      currency: 'GBP',
      subtotal: 2866,
      tax: 573.2,
      total: 3439.2,
    })
    expect(result.data.line_items).toHaveLength(5)
    expect(result.data._evidence).toMatchObject({ total: { page: 1, text: '£3,439.20' } })
    expect(result.identification?.document_type).toBe('invoice')
    expect(result.validation?.warnings.count).toBe(0)
  })

  it('of section subtotals and the real one reports the one that adds up', async () => {
    const { data } = await processFixture({ name: 'section-totals.pdf', pipeline: 'invoice' })
    expect(data).toMatchObject({ date: '2026-03-18', subtotal: 354.4, tax: 24.81, total: 379.21 })
  })

  it('an embedded e-invoice speaks first: the deposit does not lower the total', async () => {
    const { data } = await processFixture({ name: 'e-invoice.pdf', pipeline: 'invoice' })
    const { supplier, total, due } = eInvoice
    expect(data).toMatchObject({ supplier, total, amount_due: due })
  })
})

describe('scans', { timeout: 180_000 }, () => {
  it('a receipt is read by OCR', async () => {
    const { data } = await processFixture({
      name: 'receipt.webp',
      contentType: 'image/webp',
      pipeline: 'receipt',
    })
    expect(data).toMatchObject({ supplier: 'Tidewater Café & Bakery', date: '2026-05-16', total: 34.1 })
  })

  it('a page scanned sideways is read upright', async () => {
    const { data } = await processFixture({ name: 'receipt-sideways.pdf', pipeline: 'document' })
    expect(JSON.stringify(data.pages)).toContain('Eggs on sourdough')
  })

  it('nothing printed, nothing returned', async () => {
    const { pages, data } = await processFixture({ name: 'blank-page.pdf', pipeline: 'invoice' })
    expect(pages).toBe(1)
    expect(data).toEqual({})
  })
})

describe('protected and unknown', () => {
  it('a PDF that needs a password is refused in words for people', async () => {
    const reading = processFixture({ name: 'user-password.pdf', pipeline: 'invoice' })
    await expect(reading).rejects.toThrow(DocumentError)
    await expect(reading).rejects.toThrow(/password/)
  })

  it('a PDF with an owner password alone is read', async () => {
    const { pages } = await processFixture({ name: 'owner-password.pdf', pipeline: 'document' })
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
