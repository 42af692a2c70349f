import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hostilePdfs } from '../fixtures/hostile/pdfs'
import { hostilePictures } from '../fixtures/hostile/pictures'
import { onePagePdf, printed, stream } from '../fixtures/write-pdf'
import { submit, waitFor } from './calls'
import { type EngineProcess, startReadingEngine } from './engine-process'

vi.setConfig({ testTimeout: 120_000 })

const processingTimeoutMs = 20_000
const invoice = onePagePdf({
  content: stream({ content: printed(['Acme Ltd', 'INVOICE', 'Invoice No: A-77', 'Total: 119.00 EUR']) }),
})

let engine: EngineProcess

beforeAll(async () => {
  engine = await startReadingEngine({
    config: {
      workers: 2,
      limits: { processingTimeoutMs, workerMemoryBytes: 1_073_741_824, requestsPerMinute: null },
    },
  })
})
afterAll(() => engine.dispose())

/** What may be said of a document, beside nothing because it was read. */
const reasons =
  /^(Reading (needed more than|stood still for)|The PDF (is|has)|The image (is|has)|The reader stopped several times)/

const refusedWith: Record<string, string> = {
  'a hundred thousand pages': 'The PDF has 100,000 pages; 2,000 are the limit.',
  'a PNG of 50,000 × 50,000 pixels':
    'The image has 50000 × 50000 pixels; 100 megapixels are the limit. Send a smaller one.',
  'a BMP of no size': 'The image is damaged: it has no pixels.',
}

test.each(Object.entries({ ...hostilePdfs, ...hostilePictures }))(
  '%s ends soon, is read or refused with a reason, and disturbs nobody',
  async (name, make) => {
    const { body } = await submit({ engine, name: 'hostile', bytes: await make() })
    const beside = await submit({ engine, name: 'beside.pdf', bytes: invoice })
    const ended = await waitFor({ engine, id: body.id })
    if (ended.status === 'ERROR') expect(ended.error).toMatch(reasons)
    if (refusedWith[name]) expect(ended.error).toBe(refusedWith[name])
    const other = await waitFor({ engine, id: beside.body.id })
    expect(other).toMatchObject({ status: 'SUCCESS', data: { invoice_number: 'A-77', total: 119 } })
  },
)
