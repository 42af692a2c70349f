import { describe, expect, it } from 'vitest'
import { pageOfText, pagesOfText } from '@/tests/support/paper/page-of-text'
import { DocumentError } from '../readers/document-error'
import type { Reading } from '../readers/reading'
import { processReading } from './process-document'

const first = [
  'Nordwind Supplies Ltd',
  '12 Harbour Street, Leeds LS1 4AB',
  '',
  'INVOICE',
  'Invoice number:  NW-2031-118',
  'Invoice date:  14 March 2031',
  '',
  'Description        Qty    Price     Amount',
  'Steel brackets     10     8.00      80.00',
  'Delivery           1      20.00     20.00',
  '',
  'Subtotal  100.00',
  'VAT 20 %  20.00',
  'Total  GBP 120.00',
]
const second = [
  'Quayside Electrical Ltd',
  '4 Mill Lane, Hull HU1 2AA',
  '',
  'INVOICE',
  'Invoice number:  QE-77431',
  'Invoice date:  2 April 2031',
  '',
  'Description        Qty    Price     Amount',
  'Cable drums        4      50.00     200.00',
  '',
  'Subtotal  200.00',
  'VAT 20 %  40.00',
  'Total  GBP 240.00',
]

function process(reading: Reading, task: { pipeline?: string; maxPromptChars?: number } = {}) {
  return processReading({ pipeline: 'invoice', ...task, reading })
}

describe('a file of two invoices', () => {
  const reading = pagesOfText(first, second)

  it('gives the values of the first and says which pages each has', () => {
    const { data, pages, validation } = process(reading)
    expect(pages).toBe(2)
    expect(data).toMatchObject({ invoice_number: 'NW-2031-118', date: '2031-03-14', total: 120 })
    expect(data.line_items).toHaveLength(2)
    expect(validation?.warnings.messages).toContain(
      'The file holds 2 invoices (pages 1, 2); the values are those of the first.',
    )
  })

  it('asks a model about the pages of the first alone', () => {
    const { llmRequest } = process(reading, { maxPromptChars: 10_000 })
    expect(llmRequest?.pages.map(({ number }) => number)).toEqual([1])
  })

  it('of which one is the copy of the other has one invoice, and each of its lines once', () => {
    const { data, pages, validation } = process(pagesOfText(first, ['DUPLICATE', ...first]))
    expect(pages).toBe(2)
    expect(validation?.warnings.messages).toEqual([])
    expect(data.line_items).toHaveLength(2)
  })
})

describe('what a reader notices of a file', () => {
  const reading: Reading = {
    ...pageOfText('Please wait while this form is opened in a program that can show it'),
    notices: [{ code: 'file.dynamic_form' }],
  }

  it('is reported by a code also where no value was found', () => {
    const { data } = process(reading)
    expect(data._validation).toMatchObject([{ code: 'file.dynamic_form' }, { code: 'values.none' }])
    expect(Object.keys(data)).toEqual(['_validation'])
  })

  it('is reported by the step that wants the text alone', () => {
    const { data, validation } = process(reading, { pipeline: 'document' })
    expect(data._validation).toMatchObject([{ code: 'file.dynamic_form' }])
    expect(validation?.warnings.count).toBe(1)
  })

  it('is nothing where all is well: text alone has no checks', () => {
    const { data, validation } = process(pageOfText(...first), { pipeline: 'document' })
    expect(validation).toBeUndefined()
    expect(data._validation).toBeUndefined()
  })
})

it('a page without print gives no values and nothing beside them', () => {
  const { data, validation } = process(pageOfText())
  expect(data).toEqual({})
  expect(validation?.errors.count).toBe(1)
})

it('a pipeline that nobody knows is refused', () => {
  expect(() => process(pageOfText(...first), { pipeline: 'unheard-of' })).toThrow(DocumentError)
})
