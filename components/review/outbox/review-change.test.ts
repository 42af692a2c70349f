import { expect, test } from 'vitest'
import { openItemsOf } from '@/lib/documents/attention/open-items'
import type { ReviewItem } from '@/lib/documents/model/review-item'
import { documentDetail } from '@/tests/support/document-summary'
import { type ReviewChange, withPending } from './review-change'

const by = { id: 'usr_1', name: 'Ana' }
const made = { key: 'k', documentId: 'doc_1', at: '2026-11-21T10:00:00.000Z' }
const claim = { page: 1, confidence: 0.4 }
const document = documentDetail({
  id: 'doc_1',
  result: { supplier: 'Acme', total: 3, _evidence: { supplier: claim, total: claim } },
})
const after = (...changes: ReviewChange[]) => withPending({ document, changes, by })
const left = (...changes: ReviewChange[]) => openItemsOf(after(...changes)).map(({ id }) => id)

test('what waits to be sent is seen as if it had been', () => {
  const correct: ReviewChange = { kind: 'correct', ...made, path: 'total', value: 4, was: 3 }
  expect(after(correct).corrections).toEqual({ total: { value: 4, read: 3, by, at: made.at } })
  expect(left(correct)).toEqual(['supplier'])
  expect(left({ kind: 'confirm', ...made, item: 'supplier' }, correct)).toEqual([])
  expect(left({ kind: 'check', ...made, checked: true })).toEqual([])
})

test('a check that waits is its person’s word, and a correction behind it takes it back', () => {
  const check: ReviewChange = { kind: 'check', ...made, checked: true }
  expect(after(check)).toMatchObject({ checkedAt: made.at, checkedBy: 'Ana' })
  const correct: ReviewChange = { kind: 'correct', ...made, path: 'total', value: 4, was: 3 }
  expect(after(check, correct)).toMatchObject({ checkedAt: null, checkedBy: null })
})

test('the rules are held against what was learnt, as the server does it', () => {
  const lesson = { lessonId: 'les_1', supplierId: 'sup_1', certainty: 0.9, documents: 3 }
  const learntTotal = { value: 12, answered: 99, ...lesson, page: null, box: null, text: null }
  const learnt = documentDetail({
    id: 'doc_1',
    result: { subtotal: 10, tax: 2, total: 99, supplier: 'Acme' },
    learnt: { total: learntTotal },
    reviewItems: [],
  })
  const correct: ReviewChange = { kind: 'correct', ...made, path: 'supplier', value: 'Acme Ltd', was: 'Acme' }
  expect(withPending({ document: learnt, changes: [correct], by }).reviewItems).toEqual([])
})

test('what was confirmed can be taken back', () => {
  const confirm: ReviewChange = { kind: 'confirm', ...made, item: 'supplier' }
  expect(left(confirm)).toEqual(['total'])
  expect(left(confirm, { ...confirm, confirmed: false })).toEqual(['supplier', 'total'])
})

test('the value that was read takes a correction back, and what was confirmed before it', () => {
  const correct = (value: number, was: number): ReviewChange => ({
    kind: 'correct',
    ...made,
    path: 'total',
    value,
    was,
  })
  const back = after({ kind: 'confirm', ...made, item: 'total' }, correct(4, 3), correct(3, 4))
  expect([back.corrections, back.confirmations]).toEqual([{}, {}])
})

test('what was done to other documents is not seen', () => {
  expect(left({ kind: 'confirm', ...made, documentId: 'doc_2', item: 'total' })).toEqual([
    'supplier',
    'total',
  ])
})

test('a new value takes back what was confirmed of a finding about it, and of no other', () => {
  const findingAbout = (id: string, ...fields: string[]): ReviewItem => ({
    ...{ kind: 'finding', id, severity: 'error', code: null, values: {}, message: '' },
    fields,
  })
  const reviewItems = [findingAbout('_error.0', 'supplier', 'total'), findingAbout('_error.1', 'supplier')]
  const confirmations = { '_error.0': { by, at: made.at }, '_error.1': { by, at: made.at } }
  const correct: ReviewChange = { kind: 'correct', ...made, path: 'total', value: 4, was: 3 }
  const before = { ...document, reviewItems, confirmations }
  expect(Object.keys(withPending({ document: before, changes: [correct], by }).confirmations)).toEqual([
    '_error.1',
  ])
})

test('a row that waits to be sent is there with what is written into it, and one that is there already is not added twice', () => {
  const lines = documentDetail({ id: 'doc_1', result: { lines: [{ item: 'Pen' }] } })
  const row: ReviewChange = {
    kind: 'row',
    ...made,
    path: 'lines',
    action: 'add',
    row: 'lines.1',
    before: 'lines.0',
  }
  const item: ReviewChange = { kind: 'correct', ...made, path: 'lines.1.item', value: 'Ink', was: null }
  const once = withPending({ document: lines, changes: [row, item], by })
  expect(once.corrections).toEqual({
    'lines.1': { added: true, removed: false, before: 'lines.0', by, at: made.at },
    'lines.1.item': { value: 'Ink', read: null, by, at: made.at },
  })
  expect(withPending({ document: once, changes: [row], by })).toBe(once)
  const unknown: ReviewChange = { kind: 'row', ...made, path: 'lines.7', action: 'remove' }
  expect(withPending({ document: lines, changes: [unknown], by })).toBe(lines)
})
