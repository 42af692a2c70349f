import { expect, test } from 'vitest'
import { chooseFigure } from './figures'

const now = new Date('2026-11-21T12:00:00Z')
const earlier = new Date('2026-11-21T11:00:00Z')
const later = new Date('2026-11-21T11:30:00Z')
const soon = new Date('2026-11-21T11:31:00Z')
const upstream = { pages: 120, operations: 30, closed: false, fetchedAt: later }
const ledger = { pages: 100, operations: 25, lastLineAt: earlier }

test('the upstream’s figure wins, whether other users of the key make it larger or it counts fewer', () => {
  expect(chooseFigure({ upstream, ledger, now: soon })).toEqual({
    pages: 120,
    operations: 30,
    source: 'upstream',
    asOf: later,
  })
  const larger = { pages: 130, operations: 33, lastLineAt: earlier }
  expect(chooseFigure({ upstream, ledger: larger, now: soon }).pages).toBe(120)
})

test('an answer older than a minute is told as remembered, with its time', () => {
  expect(chooseFigure({ upstream, ledger, now })).toMatchObject({
    pages: 120,
    source: 'remembered',
    asOf: later,
  })
})

test('pages our ledger heard of after the last answer are not held back', () => {
  const newer = { pages: 140, operations: 36, lastLineAt: now }
  expect(chooseFigure({ upstream, ledger: newer, now })).toEqual({
    pages: 140,
    operations: 36,
    source: 'ledger',
    asOf: now,
  })
})

test('a closed month never changes, and a month never answered is our ledger’s', () => {
  const closed = { ...upstream, closed: true }
  const newer = { pages: 140, operations: 36, lastLineAt: now }
  expect(chooseFigure({ upstream: closed, ledger: newer, now })).toMatchObject({
    pages: 120,
    source: 'upstream',
  })
  expect(chooseFigure({ upstream: undefined, ledger, now: soon })).toMatchObject({
    pages: 100,
    source: 'ledger',
  })
})
