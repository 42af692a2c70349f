import { describe, expect, it } from 'vitest'
import { buildLayout } from '../extract/layout/layout'
import { readJsonSchema } from '../extract/schema/json-schema'
import { checkData, checkDocument } from './check-document'
import { toValidation, withFindings } from './finding'
import { findStep } from './steps/load-step'

const invoice = readJsonSchema(findStep('invoice')?.schema)
const whole = { supplier: 'Acme', invoice_number: 'A-1', date: '2031-03-01', total: 119 }

function codesOf(data: Record<string, unknown>, schema = invoice): string[] {
  return checkData({ schema, data, isProven: false }).map(({ severity, code }) => `${severity} ${code}`)
}

describe('an invoice', () => {
  it('that is whole and adds up has nothing to be said about it', () => {
    expect(codesOf({ ...whole, subtotal: 100, tax: 19 })).toEqual([])
    expect(codesOf({ ...whole, subtotal: 100, tax: 19, shipping: 5, total: 124 })).toEqual([])
    expect(codesOf({ ...whole, subtotal: 110, tax: 19, discount: -10 })).toEqual([])
    expect(codesOf({ ...whole, subtotal: 119, tax: 19 })).toEqual([])
  })

  it('without its key values names each of them', () => {
    const { total: _total, ...rest } = whole
    const [finding] = checkData({ schema: invoice, data: rest, isProven: false })
    expect(finding).toMatchObject({
      severity: 'error',
      code: 'required.missing',
      fields: ['total'],
      message: 'Total is required and was not found.',
    })
  })

  it('whose amounts contradict one another is in error, unless they were proven otherwise', () => {
    const data = { ...whole, subtotal: 100, tax: 18 }
    expect(codesOf(data)).toEqual(['error totals.mismatch'])
    expect(checkData({ schema: invoice, data, isProven: true })).toEqual([])
  })

  it('whose lines come to something else is worth a look', () => {
    const lines = (...amounts: number[]) => ({ ...whole, line_items: amounts.map((amount) => ({ amount })) })
    expect(codesOf(lines(100, 18))).toEqual(['warning lines.mismatch'])
    expect(codesOf(lines(100, 19))).toEqual([])
  })

  it('due before its date is worth a look', () => {
    expect(codesOf({ ...whole, due_date: '2031-02-01' })).toEqual(['warning due_date.early'])
  })

  it('with nothing on it says just that', () => {
    expect(codesOf({})).toEqual(['error values.none'])
  })
})

describe('a schema of its own', () => {
  const own = readJsonSchema({
    type: 'object',
    required: ['code'],
    properties: {
      code: { type: 'string', pattern: '^[A-Z]{2}-\\d+$' },
      state: { enum: ['open', 'paid'] },
      share: { type: 'number', maximum: 100 },
      at: { type: 'string', format: 'date-time' },
      hour: { type: 'string', format: 'time' },
      mail: { type: 'string', format: 'email' },
      netAmount: { type: 'number' },
      vatAmount: { type: 'number' },
      grandTotal: { type: 'number' },
      rows: {
        type: 'array',
        items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      },
    },
  })

  it.each([
    ['pattern.mismatch', { code: 'ab' }],
    ['choice.mismatch', { code: 'AB-1', state: 'gone' }],
    ['range.mismatch', { code: 'AB-1', share: 101 }],
    ['format.mismatch', { code: 'AB-1', mail: 'nobody' }],
    ['type.mismatch', { code: 'AB-1', share: 'much' }],
    ['totals.mismatch', { code: 'AB-1', netAmount: 10, vatAmount: 2, grandTotal: 13 }],
  ])('is broken by a %s', (code, data) => {
    expect(codesOf(data, own)).toEqual([`error ${code}`])
  })

  it('takes a time of day without a zone, which papers do not print', () => {
    expect(codesOf({ code: 'AB-1', at: '2031-03-01T10:00:00', hour: '10:00' }, own)).toEqual([])
  })

  it('says once what several rows lack', () => {
    const data = { code: 'AB-1', rows: [{}, { name: 'x' }, {}] }
    const [finding, ...others] = checkData({ schema: own, data, isProven: false })
    expect(finding).toMatchObject({
      fields: ['rows.0.name', 'rows.2.name'],
      message: 'Name is required and was not found (in 2 rows).',
    })
    expect(others).toEqual([])
  })
})

describe('numbers with check digits', () => {
  const check = (line: string) => {
    const words = line.split(' ').map((text, at) => ({
      text,
      confidence: 1,
      origin: 'text' as const,
      box: { x: at * 60, y: 50, width: 55, height: 10 },
    }))
    const page = { number: 1, width: 900, height: 500, words, source: 'text' as const, turned: 0 as const }
    const layout = buildLayout([page])
    return checkDocument({ schema: invoice, data: whole, layout, isProven: false }).map(
      ({ code, values }) => [code, values.text],
    )
  }

  it('that are wrong are reported as printed', () => {
    expect(check('IBAN: DE89 3704 0044 0532 0130 01')).toEqual([
      ['iban.check_digits', 'DE89 3704 0044 0532 0130 01'],
    ])
    expect(check('RUT: 12.345.678-9')).toEqual([['tax_id.check_digits', '12.345.678-9']])
  })

  it('that are right, or called something else, are not', () => {
    expect(check('IBAN: DE89 3704 0044 0532 0130 00')).toEqual([])
    expect(check('RUT: 12.345.678-5')).toEqual([])
    expect(check('Order 12.345.678-9')).toEqual([])
  })
})

it('findings stand beside the values in codes, and in the contract’s form in words', () => {
  const findings = checkData({ schema: invoice, data: { total: 5 }, isProven: false })
  expect(withFindings({ data: { total: 5 }, findings })._validation).toBe(findings)
  expect(withFindings({ data: {}, findings })).toEqual({})
  expect(toValidation(findings)).toMatchObject({ errors: { count: 3 }, warnings: { count: 0, messages: [] } })
})
