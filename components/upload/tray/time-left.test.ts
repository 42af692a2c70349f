import { describe, expect, it } from 'vitest'
import { addSample, estimateMsLeft, holdMinutes, notShown, roundMinutesLeft, workOf } from './time-left'

describe('time left', () => {
  it('goes by the pace of the last seconds', () => {
    const samples = [
      { atMs: 0, done: 0 },
      { atMs: 4_000, done: 1_000 },
    ]
    expect(estimateMsLeft({ samples, total: 3_000 })).toBe(8_000)
  })

  it('says nothing before it can know', () => {
    expect(estimateMsLeft({ samples: [], total: 10 })).toBeNull()
    const still = [
      { atMs: 0, done: 5 },
      { atMs: 5_000, done: 5 },
    ]
    expect(estimateMsLeft({ samples: still, total: 10 })).toBeNull()
  })

  it('forgets samples older than the window and starts over with a new batch', () => {
    const old = [{ atMs: 0, done: 1 }]
    expect(addSample(old, { atMs: 31_000, done: 2 })).toEqual([{ atMs: 31_000, done: 2 }])
    expect(addSample([{ atMs: 0, done: 9 }], { atMs: 10, done: 2 })).toHaveLength(1)
  })

  it('many small files are more work than one file of their size', () => {
    expect(workOf({ files: 100, bytes: 1_000 })).toBeGreaterThan(workOf({ files: 1, bytes: 1_000 }))
  })

  it.each([
    [59_000, 0],
    [61_000, 2],
    [9.5 * 60_000, 10],
    [11 * 60_000, 15],
    [61 * 60_000, 90],
  ])('%d ms are said in %d minutes', (ms, minutes) => {
    expect(roundMinutesLeft(ms)).toBe(minutes)
  })

  it('is said when it was the same for ten seconds, and what jumps about is not', () => {
    const shownAfter = (...estimates: [number, number | null][]) =>
      estimates.reduce((held, [atMs, minutes]) => holdMinutes(held, { atMs, minutes }), notShown).shown
    expect(shownAfter([0, 5], [9_999, 5])).toBeNull()
    expect(shownAfter([0, 5], [10_000, 5])).toBe(5)
    expect(shownAfter([0, 5], [6_000, 4], [12_000, 5], [18_000, 4])).toBeNull()
    expect(shownAfter([0, 5], [10_000, 5], [11_000, 4])).toBe(5)
    expect(shownAfter([0, 5], [10_000, 5], [11_000, null])).toBeNull()
  })
})
