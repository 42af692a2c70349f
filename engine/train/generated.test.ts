import { expect, test } from 'vitest'
import { fieldNames } from '../extract/schema/trade-fields'
import { foldCount, foldOf, generatePapers } from './generated'

const papers = [...generatePapers({ count: 40, firstSeed: 300 })]

test('the same seeds give the same papers, wherever one begins', () => {
  const [later] = generatePapers({ count: 1, firstSeed: 312 })
  expect(later).toEqual(papers[12])
})

test('papers of one issuer are in one fold', () => {
  for (const { group, fold } of papers) expect(fold).toBe(foldOf(group))
  const folds = Array.from({ length: 200 }, (_, at) => foldOf(`Issuer ${at} Ltd`))
  expect(new Set(folds).size).toBe(foldCount)
})

test('of an invoice every field is known: printed, or not there', () => {
  const invoices = papers.filter(({ id }) => id.startsWith('invoice'))
  expect(invoices.length).toBeGreaterThan(5)
  for (const { truth } of invoices) expect(Object.keys(truth)).toEqual(expect.arrayContaining(fieldNames))
})

test('every third paper is read from a picture', () => {
  const noisy = papers.filter(({ reading }) => reading.pages[0]?.source === 'ocr')
  expect(noisy.length / papers.length).toBeCloseTo(1 / 3, 1)
  expect(noisy.every(({ source }) => source === 'made-ocr')).toBe(true)
})
