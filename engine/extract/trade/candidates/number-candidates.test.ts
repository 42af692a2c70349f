import { describe, expect, it } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { listIbans, listTaxIds, listTimes } from './number-candidates'

function keys(list: typeof listTaxIds, ...lines: string[]): string[] {
  return list(toPaper(pageOfText(...lines))).map(({ key }) => key)
}

describe('a tax id', () => {
  it('has the form of its country', () => {
    expect(keys(listTaxIds, 'USt-IdNr.  DE 811 569 869')).toEqual(['DE811569869'])
    // Its figures alone would be one of another country, check digit and all.
    expect(keys(listTaxIds, 'USt-IdNr.  DE 123456789')).toEqual(['DE123456789'])
    expect(keys(listTaxIds, 'NIF 123456789')).toEqual(['123456789'])
  })

  it('is any long number that is labelled as one', () => {
    expect(keys(listTaxIds, 'VAT registration no:  4471182093')).toContain('4471182093')
    expect(keys(listTaxIds, 'Article no:  4471182093')).toEqual([])
  })
})

it('an account is found over the gaps of its line', () => {
  expect(keys(listIbans, 'IBAN   DE89 3704 0044    0532 0130 00')).toEqual(['DE89370400440532013000'])
})

it('of a cell the first time of day counts, of twelve hours as well', () => {
  expect(keys(listTimes, '14/03/2031 14:05 until 15:10')).toEqual(['14:05'])
  expect(keys(listTimes, 'Time  2:05 pm')).toEqual(['14:05'])
  expect(keys(listTimes, 'Ratio  1.25')).toEqual([])
})
