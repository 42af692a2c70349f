import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { processDocument } from '@/engine/pipeline/process-document'
import { plainText } from '@/engine/readers/plain-text'
import { stopWasmWorker } from '@/engine/readers/tesseract/wasm'
import type { Paper, TrueField } from '../papers/paper'
import { deskSamples } from '../papers/samples/desk-samples'

afterAll(stopWasmWorker)

describe.each(deskSamples)(
  'the sample $file that an empty desk offers',
  { timeout: 180_000 },
  ({ file, contentType, paper }) => {
    it('is read as it was made, each value and each row, with nothing to complain of', async () => {
      const path = resolve('public/samples', file)
      const { data, pages, validation } = await processDocument({ path, contentType, pipeline: paper.kind })
      expect(pages).toBe(1)
      expect(withoutEvidence(data)).toEqual(truthOf(paper))
      expect(validation).toMatchObject({ errors: { count: 0 }, warnings: { count: 0 } })
    })

    it('has rows and tax that add up to its total', () => {
      const { subtotal = 0, tax = 0, total, line_items: rows } = truthOf(paper)
      const sum = rows.reduce((all, { amount }) => all + Number(amount), 0)
      expect(Number(subtotal) + Number(tax)).toBeCloseTo(Number(total), 2)
      expect(sum).toBeCloseTo(Number(paper.kind === 'receipt' ? total : subtotal), 2)
      for (const { quantity = 1, unit_price: price, amount } of rows) {
        if (price !== undefined) expect(Number(quantity) * Number(price)).toBeCloseTo(Number(amount), 2)
      }
    })
  },
)

type Values = { [field: string]: string | number }

function withoutEvidence(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !name.startsWith('_')))
}

/** As the engine writes values: an IBAN without blanks. */
function truthOf({ truth, lineItems }: Paper): Values & { line_items: Values[] } {
  const values = valuesOf(truth)
  if (values.iban !== undefined) values.iban = String(values.iban).replaceAll(' ', '')
  return { ...values, line_items: lineItems.map(valuesOf) } as Values & { line_items: Values[] }
}

function valuesOf(fields: { [field: string]: TrueField | undefined }): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field ? [[name, typeof field.value === 'string' ? plainText(field.value) : field.value]] : [],
    ),
  )
}
