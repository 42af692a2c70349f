import { describe, expect, it } from 'vitest'
import { certaintyOf } from '../extract/ranking/weights'
import { calibrate, type Outcome } from './calibrate'

/** So many outcomes of one share, of which some are right. */
function outcomes({ share, count, right }: { share: number; count: number; right: number }): Outcome[] {
  return Array.from({ length: count }, (_, at) => ({ share, isRight: at < right }))
}

describe('how certain a share is', () => {
  it('is how often it was right, and a little less', () => {
    const calibration = calibrate([
      ...outcomes({ share: 0.4, count: 400, right: 80 }),
      ...outcomes({ share: 0.9, count: 400, right: 380 }),
    ])
    expect(certaintyOf({ share: 0.4, calibration })).toBeCloseTo(0.2, 1)
    expect(certaintyOf({ share: 0.9, calibration })).toBeCloseTo(0.95, 1)
  })

  it('is never one, however often it was right', () => {
    const calibration = calibrate(outcomes({ share: 0.99, count: 4000, right: 4000 }))
    expect(certaintyOf({ share: 1, calibration })).toBeLessThan(1)
    expect(certaintyOf({ share: 1, calibration })).toBeGreaterThan(0.99)
  })

  it('never falls while the share rises, also where a few sure ones were wrong or the last are few', () => {
    const calibration = calibrate([
      ...outcomes({ share: 0.3, count: 200, right: 20 }),
      ...outcomes({ share: 0.6, count: 200, right: 150 }),
      ...outcomes({ share: 0.7, count: 200, right: 120 }),
      ...outcomes({ share: 0.95, count: 2000, right: 1990 }),
      ...outcomes({ share: 0.99, count: 8, right: 8 }),
    ])
    const certainties = calibration.map(([, certainty]) => certainty)
    expect(certainties).toEqual([...certainties].sort((a, b) => a - b))
    expect(calibration.length).toBeGreaterThan(3)
  })

  it('of a field that was never chosen is nothing', () => {
    expect(certaintyOf({ share: 0.9, calibration: calibrate([]) })).toBe(0)
  })
})
