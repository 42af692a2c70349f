import { describe, expect, it } from 'vitest'
import { addSample, estimateMsLeft, workOf } from './time-left'

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
    expect(addSample(old, { atMs: 16_000, done: 2 })).toEqual([{ atMs: 16_000, done: 2 }])
    expect(addSample([{ atMs: 0, done: 9 }], { atMs: 10, done: 2 })).toHaveLength(1)
  })

  it('many small files are more work than one file of their size', () => {
    expect(workOf({ files: 100, bytes: 1_000 })).toBeGreaterThan(workOf({ files: 1, bytes: 1_000 }))
  })
})
