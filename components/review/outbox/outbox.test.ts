// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { ReplyError } from '@/lib/fetch-json'
import { createOutbox } from './outbox'
import type { ReviewChange } from './review-change'

const at = '2026-11-21T10:00:00.000Z'
const confirm = (key: string, documentId = 'doc_1'): ReviewChange => ({
  kind: 'confirm',
  key,
  documentId,
  at,
  item: key,
})
const check = (key: string, documentId = 'doc_1'): ReviewChange => ({
  kind: 'check',
  key,
  documentId,
  at,
  checked: true,
})
const refusal = (code: string, status = 409) => new ReplyError(code, '', status)

beforeEach(() => localStorage.clear())

type Answer = (change: ReviewChange) => void

function open({ answer = () => {} }: { answer?: Answer } = {}) {
  const sent: string[] = []
  const pauses: { ms: number; end: () => void }[] = []
  const refused = vi.fn()
  const outbox = createOutbox({
    storage: localStorage,
    prefix: 'box.',
    send: async (change) => {
      answer(change)
      sent.push(change.key)
    },
    onRefused: refused,
    wait: (ms) => new Promise((end) => pauses.push({ ms, end })),
  })
  return { outbox, sent, pauses, refused }
}
const settled = (check: () => void) => vi.waitFor(check)

test('what is done is sent one after the other, in the order it was done', async () => {
  const { outbox, sent } = open()
  outbox.add([confirm('a'), confirm('b')])
  outbox.add([check('c')])
  await settled(() => expect(sent).toEqual(['a', 'b', 'c']))
  expect([outbox.getState().changes, localStorage.length]).toEqual([[], 0])
})

test('a lost line is waited for, longer each time, and nothing is passed over meanwhile', async () => {
  let isAway = true
  const { outbox, sent, pauses } = open({
    answer: () => {
      if (isAway) throw new TypeError('Failed to fetch')
    },
  })
  outbox.add([confirm('a'), check('b')])
  await settled(() => expect(pauses).toHaveLength(1))
  pauses[0]?.end()
  await settled(() => expect(pauses).toHaveLength(2))
  expect(pauses.map(({ ms }) => ms)).toEqual([1000, 2000])
  expect([sent, outbox.getState().isStuck, localStorage.length]).toEqual([[], true, 2])
  isAway = false
  pauses[1]?.end()
  await settled(() => expect(sent).toEqual(['a', 'b']))
  expect(outbox.getState().isStuck).toBe(false)
})

test('what a reload interrupted is sent after it', async () => {
  const before = open({
    answer: () => {
      throw new TypeError('Failed to fetch')
    },
  })
  before.outbox.add([confirm('a'), confirm('b')])
  await settled(() => expect(before.pauses).toHaveLength(1))
  const after = open()
  await after.outbox.flush()
  expect(after.sent).toEqual(['a', 'b'])
  before.pauses[0]?.end()
  await settled(() => expect(before.outbox.getState().changes).toEqual([]))
  expect(before.sent).toEqual([])
})

test('where somebody was quicker it is told, and the document is not checked; others go on', async () => {
  const { outbox, sent, refused } = open({
    answer: ({ key }) => {
      if (key === 'a') throw refusal('document.value_changed')
    },
  })
  outbox.add([confirm('a'), confirm('b'), check('c'), check('d', 'doc_2')])
  await settled(() => expect(sent).toEqual(['b', 'd']))
  expect(refused.mock.calls.map(([{ change, error }]) => [change.key, error.code])).toEqual([
    ['a', 'document.value_changed'],
  ])
})

test('where another person has signed in, all is kept until its own is back', async () => {
  let isOther = true
  const { outbox, sent, pauses, refused } = open({
    answer: () => {
      if (isOther) throw refusal('auth.other_person')
    },
  })
  outbox.add([confirm('a'), check('b')])
  await settled(() => expect(pauses).toHaveLength(1))
  expect([outbox.getState().changes.length, localStorage.length]).toEqual([2, 2])
  expect(refused).not.toHaveBeenCalled()
  isOther = false
  pauses[0]?.end()
  await settled(() => expect(sent).toEqual(['a', 'b']))
})

test('nothing more is sent of a document that is gone', async () => {
  const { outbox, sent } = open({
    answer: ({ key }) => {
      if (key === 'a') throw refusal('document.not_found', 404)
    },
  })
  outbox.add([confirm('a'), confirm('b'), confirm('c', 'doc_2')])
  await settled(() => expect(sent).toEqual(['c']))
})

test('a full storage stops nothing', async () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError')
  })
  const { outbox, sent } = open()
  outbox.add([confirm('a')])
  await settled(() => expect(sent).toEqual(['a']))
  full.mockRestore()
})

test('where somebody else has the row that was to be added, what was written into it is not sent either', async () => {
  const { outbox, sent, refused } = open({
    answer: ({ kind }) => {
      if (kind === 'row') throw refusal('document.value_changed')
    },
  })
  const write = (key: string, path: string): ReviewChange => ({
    kind: 'correct',
    key,
    documentId: 'doc_1',
    at,
    path,
    value: 1,
    was: null,
  })
  const row: ReviewChange = {
    kind: 'row',
    key: 'b',
    documentId: 'doc_1',
    at,
    path: 'lines',
    action: 'add',
    row: 'lines.2',
  }
  outbox.add([write('a', 'lines.1.item'), row, write('c', 'lines.2.item'), write('d', 'total')])
  await settled(() => expect(sent).toEqual(['a', 'd']))
  expect(refused).toHaveBeenCalledTimes(1)
})
