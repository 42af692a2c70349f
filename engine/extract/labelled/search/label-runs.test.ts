import { describe, expect, it } from 'vitest'
import { searchIn, text } from '@/tests/support/paper/labelled-search'
import { findStrange } from './label-runs'

/** The runs that may name a field, best first, as they are printed. */
function runs(
  lines: string[],
  properties: Record<string, unknown> = { order_number: text },
  path = 'order_number',
) {
  const { search, fieldOf } = searchIn(properties, ...lines)
  return (search.runs.byField.get(fieldOf(path)) ?? []).map(({ run }) => ({
    words: run.segment.words
      .slice(run.start, run.end)
      .map((word) => word.text)
      .join(' '),
    isColon: run.isColon,
    start: run.start,
  }))
}
const names = (...lines: string[]) => runs(lines).map(({ words }) => words)

describe('words that may name a field', () => {
  it('are a whole cell, or what stands before a colon', () => {
    expect(runs(['Order number    4711'])[0]).toEqual({ words: 'Order number', isColon: false, start: 0 })
    expect(runs(['Order number: 4711'])[0]).toEqual({ words: 'Order number:', isColon: true, start: 0 })
    expect(runs(['Order number : 4711'])[0]).toMatchObject({ words: 'Order number', isColon: true })
  })

  it('stand behind the number or mark that labels are counted with', () => {
    for (const mark of ['3.', '(a)', '•', '12', '4)'])
      expect(runs([`${mark} Order number: 4711`])[0]).toMatchObject({ words: 'Order number:', start: 1 })
  })

  it('stand within a sentence, too, where its cell is long', () => {
    expect(names('We refer to your letter about the order number 4711 of May')).toContain('order number')
    expect(names('about order number 4711')).not.toContain('order number')
  })

  it('before a colon further on may be three words back', () => {
    expect(names('Sent today, our order number: 4711')[0]).toBe('order number:')
  })

  it('that share no word with it name it not', () => {
    expect(names('Colour: red', 'Size    12')).toEqual([])
  })

  it('are told once for each place: the best of those that overlap', () => {
    const found = names('Order number: 4711', 'Order number    4712')
    expect(found).toEqual(['Order number:', 'Order number'])
  })

  it('are ten at most', () => {
    expect(names(...Array.from({ length: 14 }, (_, at) => `Order number: ${at}`))).toHaveLength(10)
  })
})

describe('how well a cell is named', () => {
  const scoreOf = (line: string, begin: string) => {
    const { search, cellOf } = searchIn({ order_number: text }, line)
    return search.runs.bySegment.get(cellOf(begin)) ?? 0
  }

  it('is told of whole cells and of what stands before their colon', () => {
    expect(scoreOf('Order number    4711', 'Order')).toBeGreaterThan(0.9)
    expect(scoreOf('Order number: 4711', 'Order')).toBeGreaterThan(0.9)
    expect(scoreOf('Order number 4711 and more', 'Order')).toBeLessThan(0.7)
  })
})

describe('labels that name no field by their words', () => {
  function strange(...lines: string[]) {
    const { search, paper } = searchIn({ order_number: text }, ...lines)
    return findStrange({ paper, runs: search.runs, taken: new Set() }).map(
      ({ segment, start, end, isColon }) => [
        segment.words
          .slice(start, end)
          .map((word) => word.text)
          .join(' '),
        isColon,
      ],
    )
  }

  it('are those with a colon, then cells that begin with a capital and have no digit', () => {
    expect(strange('Colour    Kind: thin', 'red    2 boxes')).toEqual([
      ['Kind:', true],
      ['Colour', false],
    ])
  })

  it('are none of what a field is named by', () => {
    expect(strange('Order number: 4711')).toEqual([])
  })

  it('have four words at most', () => {
    expect(strange('One two three four: 1', 'One two three four five: 1')).toEqual([
      ['One two three four:', true],
    ])
  })

  it('are 24 at most, those with a colon first', () => {
    const found = strange(
      ...Array.from(
        { length: 20 },
        (_, at) => `Colour${String.fromCharCode(97 + at)}    Kind${String.fromCharCode(97 + at)}: x`,
      ),
    )
    expect(found).toHaveLength(24)
    expect(found.filter(([, isColon]) => isColon)).toHaveLength(20)
  })

  it('are none of the words of a list', () => {
    const { search, paper, cellOf } = searchIn({ order_number: text }, 'Colour    red')
    const taken = new Set(cellOf('Colour').words)
    expect(findStrange({ paper, runs: search.runs, taken })).toEqual([])
  })
})
