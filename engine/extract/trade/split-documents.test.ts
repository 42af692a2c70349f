import { describe, expect, it } from 'vitest'
import type { Reading } from '@/engine/readers/reading'
import { makePaper } from '@/tests/papers/make-paper'
import { toReading } from '@/tests/papers/to-reading'
import { pagesOfText } from '@/tests/support/paper/page-of-text'
import { findDocuments, readingOf, withoutCopies } from './split-documents'

function invoice({ seed }: { seed: number }): Reading {
  return toReading(makePaper({ seed, kind: 'invoice', language: 'en' }))
}

/** Pages of several files one after the other, as a scanner puts them into one. */
function stack(...readings: Reading[]): Reading {
  const pages = readings.flatMap((reading) => reading.pages).map((page, at) => ({ ...page, number: at + 1 }))
  return { pages, attachments: [], notices: [] }
}

function invoicesOfOnePage(count: number): Reading[] {
  const found: Reading[] = []
  for (let seed = 2_000_000; found.length < count; seed += 1) {
    const reading = invoice({ seed })
    if (reading.pages.length === 1) found.push(reading)
  }
  return found
}

describe('a file', () => {
  it('of several invoices names the pages of each', () => {
    const [a, b, c] = invoicesOfOnePage(3)
    if (!a || !b || !c) throw new Error('There are three.')
    expect(findDocuments(stack(a, b, c))).toEqual([1, 2, 3].map((page) => ({ first: page, last: page })))
  })

  it('of one invoice and its copies is one', () => {
    const [a] = invoicesOfOnePage(1)
    if (!a) throw new Error('There is one.')
    expect(findDocuments(stack(a, a, a))).toEqual([{ first: 1, last: 3 }])
  })

  it('of one page, or none, is one', () => {
    expect(findDocuments(invoicesOfOnePage(1)[0] ?? pagesOfText())).toEqual([{ first: 1, last: 1 }])
    expect(findDocuments(pagesOfText())).toEqual([{ first: 1, last: 1 }])
  })

  it('whose further pages have no total of their own is one', () => {
    const [a] = invoicesOfOnePage(1)
    const terms = pagesOfText([
      'General terms and conditions of sale',
      'Goods stay ours until they are paid for in whole.',
      'Complaints are to be made in writing within ten days.',
    ])
    expect(findDocuments(stack(a ?? terms, terms))).toEqual([{ first: 1, last: 2 }])
  })

  it('of very many pages is a book and not a stack', () => {
    const [a, b] = invoicesOfOnePage(2)
    if (!a || !b) throw new Error('There are two.')
    const pages = Array.from({ length: 31 }, () => [a, b]).flat()
    expect(findDocuments(stack(...pages))).toEqual([{ first: 1, last: 62 }])
  })
})

describe('the pages of one document', () => {
  it('keep their numbers, and what was noticed of the file', () => {
    const reading: Reading = {
      ...pagesOfText(['a'], ['b'], ['c']),
      notices: [{ code: 'print.too_small', pages: [3] }],
    }
    const part = readingOf({ reading, range: { first: 2, last: 3 } })
    expect(part.pages.map(({ number }) => number)).toEqual([2, 3])
    expect(part.notices).toEqual(reading.notices)
  })

  it('are read once, however many copies there are', () => {
    const [a, b] = invoicesOfOnePage(2)
    if (!a || !b) throw new Error('There are two.')
    expect(withoutCopies(stack(a, a, a)).pages.map(({ number }) => number)).toEqual([1])
    expect(withoutCopies(stack(a, b)).pages.map(({ number }) => number)).toEqual([1, 2])
  })

  it('that hold few words are all read: forms look alike', () => {
    const form = ['Delivery note', 'Pallets 4', 'Signed']
    expect(withoutCopies(pagesOfText(form, form)).pages).toHaveLength(2)
  })
})
