import { describe, expect, it } from 'vitest'
import { pagesOfText } from '@/tests/support/paper/page-of-text'
import { buildLayout } from '../layout/layout'
import { concludeContext } from './context'

const contextOf = (...pages: string[][]) => concludeContext(buildLayout(pagesOfText(...pages).pages))
const markOf = (...lines: string[]) => contextOf(lines).decimalMark
const orderOf = (...lines: string[]) => contextOf(lines).dateOrder

describe('the decimal mark', () => {
  it('is the one before two last digits', () => {
    expect(markOf('12,50', '3.000')).toBe(',')
    expect(markOf('12.50', '3,000')).toBe('.')
    expect(markOf('no figures')).toBe('.')
  })

  it('is the one that more figures have, over all pages', () => {
    expect(markOf('12,50', '3,20', '4.10')).toBe(',')
    expect(markOf('12,50', '3.20')).toBe('.')
    expect(contextOf(['12,50'], ['3.20', '4.10']).decimalMark).toBe('.')
  })

  it('is told by thousands where nothing has cents', () => {
    expect(markOf('1.200', '15.000')).toBe(',')
    expect(markOf('1,200', '15,000')).toBe('.')
    expect(markOf('1.200', '15,000')).toBe('.')
  })

  it('is told by a lone zero before three digits: weights in tons', () => {
    expect(markOf('0,750')).toBe(',')
    expect(markOf('0.750')).toBe('.')
  })

  it('is not told by dates and codes', () => {
    expect(markOf('01.02.26', '1,50')).toBe(',')
    expect(markOf('7,8,95', '1.50')).toBe('.')
  })
})

describe('the order of dates', () => {
  it('is that of the dates that leave no choice', () => {
    expect(orderOf('25/12/2026', '01/02/2026')).toBe('day-first')
    expect(orderOf('12/25/2026', '01/02/2026')).toBe('month-first')
    expect(orderOf('12-25-26')).toBe('month-first')
    expect(orderOf('12/25/2026', '25/12/2026', '26/12/2026')).toBe('day-first')
  })

  it('is the country’s where no date decides', () => {
    expect(orderOf('01/02/2026', 'Springfield, IL 62704, USA')).toBe('month-first')
    expect(orderOf('01/02/2026', 'London, United Kingdom')).toBe('day-first')
  })

  it('is American for bare dollars beside a date, and by day without either', () => {
    expect(orderOf('01/02/2026', '$ 12.50')).toBe('month-first')
    expect(orderOf('01/02/2026', '12.50')).toBe('day-first')
    expect(orderOf('$ 12.50')).toBe('day-first')
  })
})
