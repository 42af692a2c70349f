import { expect, it } from 'vitest'
import type { Word } from '@/engine/readers/reading'
import { buildLayout } from '../layout'
import { estimateSlope, levelBox } from './page-slope'

const slope = 0.025

/** Five lines of print that sink to the right, with a gap as between names and prices. */
const askew: Word[] = [0, 1, 2, 3, 4].flatMap((line) =>
  [20, 60, 100, 140, 560].map((x) => ({
    text: x === 560 ? `${line}.50` : `word${line}`,
    box: { x, y: 100 + line * 30 + slope * (x + 15), width: 30, height: 20 },
    confidence: 0.9,
    origin: 'text',
  })),
)

it('tells how far print sinks from the print itself', () => {
  expect(estimateSlope(askew)).toBeCloseTo(slope, 2)
})

it('joins a price to its line across a gap on a page that lies askew', () => {
  const page = { number: 1, width: 600, height: 400, words: askew, source: 'ocr', turned: 0 } as const
  const [first] = buildLayout([page]).lines
  expect(first?.text).toBe('word0 word0 word0 word0  0.50')
})

it('puts a levelled box back where it was printed', () => {
  const box = { x: 560, y: 114, width: 30, height: 20 }
  expect(levelBox({ box: levelBox({ box, slope }), slope: -slope })).toEqual(box)
})
