import { describe, expect, it } from 'vitest'
import { addSample, estimateMsLeft } from './time-left'

describe('time left', () => {
  it('goes by the pace of the last seconds', () => {
    const samples = [
      { atMs: 0, sentBytes: 0 },
      { atMs: 2_000, sentBytes: 1_000 },
    ]
    expect(estimateMsLeft({ samples, totalBytes: 3_000 })).toBe(4_000)
  })

  it('says nothing before it can know', () => {
    expect(estimateMsLeft({ samples: [], totalBytes: 10 })).toBeNull()
    const still = [
      { atMs: 0, sentBytes: 5 },
      { atMs: 5_000, sentBytes: 5 },
    ]
    expect(estimateMsLeft({ samples: still, totalBytes: 10 })).toBeNull()
  })

  it('forgets samples older than the window and starts over with a new batch', () => {
    const old = [{ atMs: 0, sentBytes: 1 }]
    expect(addSample(old, { atMs: 13_000, sentBytes: 2 })).toEqual([{ atMs: 13_000, sentBytes: 2 }])
    expect(addSample([{ atMs: 0, sentBytes: 9 }], { atMs: 10, sentBytes: 2 })).toHaveLength(1)
  })
})
