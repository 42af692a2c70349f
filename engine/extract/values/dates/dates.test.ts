import { describe, expect, it } from 'vitest'
import { findDates } from './dates'

function read(text: string, order: 'day-first' | 'month-first' = 'day-first'): string[] {
  return findDates({ text, order }).map((date) => date.value)
}

describe('findDates', () => {
  it.each([
    ['7. Mai 2014', '2014-05-07'],
    ['18 Mar 2018 18:25', '2018-03-18'],
    ['Jan 1, 2022', '2022-01-01'],
    ['October 31st, 2021', '2021-10-31'],
    ['15 de septiembre de 2021', '2021-09-15'],
    ['1er janvier 2020', '2020-01-01'],
    ['19 april 2014', '2014-04-19'],
    ['11-JAN-18', '2018-01-11'],
    ['03JAN2018', '2018-01-03'],
    ['2018-03-12', '2018-03-12'],
    ['2017/12/06', '2017-12-06'],
    ['12.03.20', '2020-03-12'],
    ['2020年9月21日', '2020-09-21'],
    ['Date:27/02/18 17:58', '2018-02-27'],
  ])('%s is %s', (text, value) => {
    expect(read(text)).toEqual([value])
  })

  it('reads an ambiguous date in the order of the document', () => {
    expect(read('03/04/2025', 'day-first')).toEqual(['2025-04-03'])
    expect(read('03/04/2025', 'month-first')).toEqual(['2025-03-04'])
  })

  it('a day above twelve settles the order', () => {
    expect(read('03/20/2023', 'day-first')).toEqual(['2023-03-20'])
    expect(read('20/03/2023', 'month-first')).toEqual(['2023-03-20'])
  })

  it('points between the figures mean that the day comes first', () => {
    expect(read('02.01.2020', 'month-first')).toEqual(['2020-01-02'])
  })

  it.each([
    ['31/02/2020'],
    ['03-9281 1234'],
    ['1.234.56'],
    ['192.168.1.20'],
    ['99/99/2020'],
    ['12 items 2020'],
  ])('"%s" is no date', (text) => {
    expect(read(text)).toEqual([])
  })

  it('finds all dates of a text in order', () => {
    expect(read('from 1 May 2020 to 31 May 2020')).toEqual(['2020-05-01', '2020-05-31'])
  })
})

describe('findDates in other forms and calendars', () => {
  it.each([
    ['5th of March, 2026', '2026-03-05'],
    ['Thursday, the 5th day of March 2026', '2026-03-05'],
    ["June 9, '26", '2026-06-09'],
    ['Mar. 5, 26', '2026-03-05'],
    ['2026-Jun-09', '2026-06-09'],
    ['9 de junio del 2026', '2026-06-09'],
    ['05 марта 2026 г.', '2026-03-05'],
    ['5 Μαρτίου 2026', '2026-03-05'],
    ['2026년 3월 5일', '2026-03-05'],
    ['令和8年6月9日', '2026-06-09'],
    ['115年6月9日', '2026-06-09'],
    ['05/03/2569', '2026-03-05'],
    ['ב-5 במרץ 2026', '2026-03-05'],
    ['5 مارس 2026', '2026-03-05'],
    ['5 มีนาคม 2569', '2026-03-05'],
    ['5 มี.ค. 2569', '2026-03-05'],
    ['5 ม.ค. 69', '2026-01-05'],
    ['5 มีนาคม พ.ศ. 2569', '2026-03-05'],
    ['民國 115 年 6 月 9 日', '2026-06-09'],
    ['115/06/09', '2026-06-09'],
    ['R8.6.9', '2026-06-09'],
  ])('%s is %s', (text, value) => {
    expect(read(text)).toEqual([value])
  })

  it('takes eight digits and figures apart by blanks for a date that needs a label', () => {
    expect(findDates({ text: '20260305', order: 'day-first' })).toMatchObject([{ needsLabel: true }])
    expect(findDates({ text: '09 06 2026', order: 'day-first' })).toMatchObject([
      { value: '2026-06-09', needsLabel: true },
    ])
  })
})
