import { expect, test } from 'vitest'
import {
  canMove,
  type DocumentState,
  documentStateNames,
  documentStates,
  isTerminal,
  waitingReason,
} from './status'

const nextOf = (from: DocumentState) => documentStateNames.filter((to) => canMove({ from, to }))

function reachable(from: DocumentState, seen = new Set<DocumentState>()): Set<DocumentState> {
  for (const to of nextOf(from)) if (!seen.has(to)) reachable(to, seen.add(to))
  return seen
}

test('what has ended changes only by being read again, and what is done not by a mere retry', () => {
  for (const state of documentStateNames.filter(isTerminal)) expect(nextOf(state)).toEqual(['waiting'])
  expect(documentStates.done.canRetry).toBe(false)
})

test('a state from which a person may cancel or retry leads there', () => {
  for (const state of documentStateNames) {
    expect([state, canMove({ from: state, to: 'cancelled' })]).toEqual([
      state,
      documentStates[state].canCancel,
    ])
    if (documentStates[state].canRetry) expect(nextOf(state)).toContain('waiting')
  }
})

test('every state lies on a way from waiting, and from every open one there is a way to each end', () => {
  expect([...reachable('waiting')].sort()).toEqual([...documentStateNames].sort())
  for (const state of documentStateNames.filter((name) => !isTerminal(name))) {
    expect([...reachable(state)]).toEqual(expect.arrayContaining(['done', 'failed', 'cancelled']))
  }
})

test('nothing is sent but from the line, and nothing is sent twice without going back there', () => {
  expect(documentStateNames.filter((from) => canMove({ from, to: 'sending' }))).toEqual(['waiting'])
})

test('each answer of the upstream is waited for by a reason of its own, all else is an outage', () => {
  expect(
    (
      [
        'upstream.unauthorized',
        'upstream.forbidden',
        'upstream.quota_exceeded',
        'upstream.rate_limited',
        'upstream.unreachable',
        'internal',
      ] as const
    ).map(waitingReason),
  ).toEqual(['key', 'key', 'upstream_quota', 'rate', 'outage', 'outage'])
})
