import { describe, expect, it } from 'vitest'
import type { QuarterTurn } from '@/engine/readers/reading'
import type { LayoutPage } from '../layout/layout'
import { toEvidence } from './evidence'

describe('toEvidence', () => {
  // A mark in the upper left corner of the upright page, 200 wide and 100 high.
  it.each([
    [0, [0, 0, 0.1, 0.2]],
    [90, [0, 0.9, 0.2, 0.1]],
    [180, [0.9, 0.8, 0.1, 0.2]],
    [270, [0.8, 0, 0.2, 0.1]],
  ] as const)('a page turned by %d degrees to be read shows the place as displayed', (turned, box) => {
    expect(toEvidence({ ...found, page: pageTurned(turned) })?.box).toEqual(box)
  })

  it('a value that is on no page has no evidence', () => {
    expect(toEvidence({ ...found, page: null })).toBeNull()
  })
})

const found = { value: 1, text: '1', box: { x: 0, y: 0, width: 20, height: 20 }, confidence: 0.9 }

function pageTurned(turned: QuarterTurn): LayoutPage {
  const size = { width: 200, height: 100, lineHeight: 10, slope: 0 }
  return { ...size, number: 1, words: [], source: 'ocr', turned, lines: [] }
}
