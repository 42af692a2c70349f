import { describe, expect, it } from 'vitest'
import type { QuarterTurn } from '@/engine/readers/reading'
import type { Layout } from '../layout/layout'
import { toEvidence } from './evidence'

describe('toEvidence', () => {
  // A mark in the upper left corner of the upright page, 200 wide and 100 high.
  it.each([
    [0, [0, 0, 0.1, 0.2]],
    [90, [0, 0.9, 0.2, 0.1]],
    [180, [0.9, 0.8, 0.1, 0.2]],
    [270, [0.8, 0, 0.2, 0.1]],
  ] as const)('a page turned by %d degrees to be read shows the place as displayed', (turned, box) => {
    expect(evidenceOn(turned)?.box).toEqual(box)
  })

  it('a value that is on no page has no evidence', () => {
    expect(toEvidence({ found: { ...found, pageIndex: -1 }, layout: layoutTurned(0) })).toBeNull()
  })
})

const found = {
  value: 1,
  text: '1',
  pageIndex: 0,
  box: { x: 0, y: 0, width: 20, height: 20 },
  confidence: 0.9,
}

function layoutTurned(turned: QuarterTurn): Layout {
  const page = { number: 1, width: 200, height: 100, words: [], source: 'ocr' as const, turned }
  return { pages: [{ page, lines: [], lineHeight: 10, slope: 0 }], lines: [] }
}

function evidenceOn(turned: QuarterTurn) {
  return toEvidence({ found, layout: layoutTurned(turned) })
}
