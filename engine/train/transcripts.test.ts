import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readTranscripts, toReceiptTruth, withoutBlanks } from './transcripts'

const folder = mkdtempSync(join(tmpdir(), 'intray-transcripts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Line = { text: string; box: number[]; page?: number }

function read({ source, lines, labels }: { source: string; lines: Line[]; labels: Record<string, unknown> }) {
  const record = { id: 'a', source, width: 400, height: 900, fold: 3, group: 'g', lines, labels }
  writeFileSync(join(folder, 'one.jsonl'), `${JSON.stringify(record)}\n\n`)
  const [paper, ...others] = readTranscripts({ folder, file: 'one.jsonl' })
  if (!paper || others.length > 0) throw new Error('There is one.')
  return paper
}

describe('a transcript', () => {
  const lines = [
    { text: 'TOTAL RM 8.60', box: [100, 40, 130, 20] },
    { text: 'page two', box: [10, 10, 80, 20], page: 2 },
  ]

  it('becomes words with their share of the line, page by page', () => {
    const { reading, fold, group } = read({ source: 'sroie', lines, labels: {} })
    const [first, second] = reading.pages
    expect(first?.words.map(({ text, box }) => [text, box.x, box.width])).toEqual([
      ['TOTAL', 100, 50],
      ['RM', 160, 20],
      ['8.60', 190, 40],
    ])
    expect(second?.words.map(({ text }) => text)).toEqual(['page', 'two'])
    expect([fold, group]).toEqual([3, 'g'])
  })

  it('of a receipt is a picture, of an e-invoice text', () => {
    expect(read({ source: 'sroie', lines, labels: {} }).reading.pages[0]?.source).toBe('ocr')
    expect(read({ source: 'zugferd', lines, labels: {} }).reading.pages[0]?.source).toBe('text')
  })

  it('says nothing of fields that its source does not know', () => {
    const labels = { total: 119, due_date: null }
    expect(read({ source: 'zugferd', lines, labels }).truth).toEqual({ total: 119 })
  })
})

describe('the labels of a receipt', () => {
  it('have their day first, or eight figures from the year on', () => {
    expect(toReceiptTruth({ date: '03/12/2018' })).toEqual({ date: '2018-12-03' })
    expect(toReceiptTruth({ date: '20180312' })).toEqual({ date: '2018-03-12' })
  })

  it('have totals with or without their currency', () => {
    expect(toReceiptTruth({ total: 'RM 1,108.60' })).toEqual({ total: 1108.6 })
    expect(toReceiptTruth({ total: '8.60' })).toEqual({ total: 8.6 })
  })
})

describe('a copy whose words run together', () => {
  const lines = [
    { text: 'TOTAL RM 8.60', box: [100, 40, 130, 20] },
    { text: 'CASH 10.00', box: [235, 60, 100, 20] },
  ]
  const paper = read({ source: 'sroie', lines, labels: {} })
  const texts = (random: () => number) =>
    withoutBlanks({ paper, random }).reading.pages[0]?.words.map(({ text }) => text)

  it('joins neighbours of one line, never two lines', () => {
    expect(texts(() => 0)).toEqual(['TOTALRM8.60', 'CASH10.00'])
  })

  it('keeps the paper itself as it is', () => {
    expect(texts(() => 1)).toEqual(['TOTAL', 'RM', '8.60', 'CASH', '10.00'])
    expect(paper.reading.pages[0]?.words).toHaveLength(5)
  })

  it('spans with its box all that it says', () => {
    const [first] = withoutBlanks({ paper, random: () => 0 }).reading.pages[0]?.words ?? []
    expect([first?.box.x, first?.box.width]).toEqual([100, 130])
  })
})
