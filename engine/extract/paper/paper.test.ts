import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import type { Segment } from '../layout/layout'
import { conceptsOf } from './concepts'
import { type Paper, toPaper } from './paper'

function segmentOf({ paper, text }: { paper: Paper; text: string }): Segment {
  const found = paper.lines.flatMap(({ segments }) => segments).find((one) => one.text.includes(text))
  if (!found) throw new Error(`${text} is not printed.`)
  return found
}

function conceptsAt({ paper, text, words }: { paper: Paper; text: string; words?: number }) {
  const segment = segmentOf({ paper, text })
  return conceptsOf({ words: segment.words.slice(0, words), segment })
}

test('a reading is laid out once', () => {
  const reading = pageOfText('Total  8.60')
  expect(toPaper(reading)).toBe(toPaper(reading))
})

test('a cell that says nothing but a label is wholly of its concept', () => {
  const paper = toPaper(pageOfText('Due date:  12.03.2026'))
  expect(conceptsAt({ paper, text: 'Due date' })).toContainEqual({ concept: 'due_date', isWhole: true })
})

test('a label within more words is a part of what they say', () => {
  const paper = toPaper(pageOfText('Invoice number of the account holder here  A-1'))
  const concepts = conceptsAt({ paper, text: 'Invoice number' })
  expect(concepts).toContainEqual({ concept: 'invoice_number', isWhole: false })
})

test('a label counts for the words around it alone', () => {
  const paper = toPaper(pageOfText('Total 8.60 for six brown eggs'))
  const segment = segmentOf({ paper, text: 'Total' })
  const behind = segment.words.slice(2)
  expect(conceptsOf({ words: behind, segment })).toEqual([])
})

test('a label over two lines counts where it ends', () => {
  const paper = toPaper(pageOfText('Purchase    Ship to', 'order no.   Harbour 4', '4500017711'))
  const concepts = conceptsAt({ paper, text: 'order no.' }).map(({ concept }) => concept)
  expect(concepts).toContain('purchase_order')
})

test('values beside a label, and cells that are none, name nothing', () => {
  const paper = toPaper(pageOfText('Total  8.60'))
  expect(conceptsAt({ paper, text: '8.60' })).toEqual([])
  expect(conceptsOf({ words: [], segment: segmentOf({ paper, text: 'Total' }) })).toEqual([])
})
