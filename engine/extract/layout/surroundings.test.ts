import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { buildLayout } from './layout'
import { splitCell, surroundingsOf } from './surroundings'

function around({ lines, text }: { lines: string[]; text: string }) {
  const layout = buildLayout(pageOfText(...lines).pages)
  const segment = layout.lines.flatMap(({ segments }) => segments).find((one) => one.text === text)
  if (!segment) throw new Error(`${text} is not printed.`)
  const found = surroundingsOf(segment)
  return {
    left: found.left.map((one) => one.text),
    above: found.above.map((one) => one.text),
    below: found.below?.text,
    right: found.right?.text,
    head: found.blockHead.text,
    index: found.blockIndex,
    length: found.blockLength,
  }
}

const table = ['Article      Price     Sum', 'Brown eggs   2.40      4.80', 'Bread        3.10      3.10']

describe('around a cell', () => {
  it('its neighbours are those of its line, and those above and below in its column', () => {
    expect(around({ lines: table, text: '2.40' })).toMatchObject({
      left: ['Brown eggs'],
      right: '4.80',
      above: ['Price'],
      below: '3.10',
    })
  })

  it('figures and marks alone are no label to its left', () => {
    expect(around({ lines: table, text: '4.80' }).left).toEqual(['Brown eggs'])
    expect(around({ lines: ['Total   :   8.60'], text: '8.60' }).left).toEqual(['Total'])
  })

  it('the nearest above comes first', () => {
    expect(around({ lines: ['Price', 'in pounds', '2.40'], text: '2.40' }).above).toEqual([
      'in pounds',
      'Price',
    ])
  })

  it('what stands far above names nothing', () => {
    const blank = Array.from({ length: 20 }, () => '')
    expect(around({ lines: ['Price', ...blank, '2.40'], text: '2.40' }).above).toEqual([])
  })

  it('in print from right to left the label stands at the right', () => {
    expect(around({ lines: ['8.60     סה"כ לתשלום'], text: '8.60' }).left).toEqual(['לתשלום סה"כ'])
  })
})

describe('a block', () => {
  const address = ['Nordwind Supplies', '12 Harbour Street', 'Leeds', '', '', 'INVOICE']

  it('is lines below one another from one edge on; each knows its head and its place', () => {
    expect(around({ lines: address, text: 'Leeds' })).toMatchObject({
      head: 'Nordwind Supplies',
      index: 2,
      length: 3,
    })
  })

  it('ends at a gap', () => {
    expect(around({ lines: address, text: 'INVOICE' })).toMatchObject({
      head: 'INVOICE',
      index: 0,
      length: 1,
    })
  })
})

it('words of a cell have words before and behind them in it', () => {
  const layout = buildLayout(pageOfText('Total GBP 8.60 paid').pages)
  const [segment] = layout.lines.flatMap(({ segments }) => segments)
  if (!segment) throw new Error('There is one.')
  const { before, behind } = splitCell({ segment, words: segment.words.slice(1, 3) })
  expect([before, behind].map((words) => words.map(({ text }) => text))).toEqual([['Total'], ['paid']])
  expect(splitCell({ segment, words: [] })).toEqual({ before: [], behind: [] })
})
