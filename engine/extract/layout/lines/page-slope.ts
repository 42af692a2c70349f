import type { Box, Word } from '@/engine/readers/reading'
import { middleOf } from '../box'
import { joinIntoLines } from './text-lines'
import { medianHeight } from './word-heights'

/** About 4.5 degrees: what lies more askew was read badly anyhow. */
const maxSlope = 0.08
const step = 0.001

/** Bins of this share of the height of print, so that lines of print fall into few of them. */
const binPerHeight = 0.3

/** Straighter by less than this, the page is left as it is. */
const minGain = 1.03

/** Shorter runs of print tell more about their letters than about the page. */
const minHeightsLong = 5

/**
 * How far print sinks on its way to the right, in heights per width; 0 for a page that lies straight. Along the right
 * slope the words fall into the fewest lines (the projection profile of a page); these lines then tell it finely.
 */
export function estimateSlope(words: Word[]): number {
  const slope = roughSlope(words)
  return slope + slopeOfLines(words.map((word) => ({ ...word, box: levelBox({ box: word.box, slope }) })))
}

function roughSlope(words: Word[]): number {
  const bin = medianHeight(words) * binPerHeight
  if (words.length < 5 || bin <= 0) return 0
  const straight = crowding({ words, slope: 0, bin })
  let best = { slope: 0, score: straight * minGain }
  for (let at = -maxSlope / step; at <= maxSlope / step; at += 1) {
    const slope = at * step
    const score = crowding({ words, slope, bin })
    if (score > best.score) best = { slope, score }
  }
  return best.slope
}

/** Where a box would lie on the page laid straight; with the negative slope, back where it was printed. */
export function levelBox({ box, slope }: { box: Box; slope: number }): Box {
  return { ...box, y: box.y - slope * centreOf(box) }
}

function centreOf(box: Box): number {
  return box.x + box.width / 2
}

/** Largest when the words lie in few lines; neighbouring bins share, so that no edge between two decides. */
function crowding({ words, slope, bin }: { words: Word[]; slope: number; bin: number }): number {
  const bins = new Map<number, number>()
  for (const { box } of words) {
    const place = (middleOf(box) - slope * centreOf(box)) / bin
    const low = Math.floor(place)
    const share = place - low
    bins.set(low, (bins.get(low) ?? 0) + box.width * (1 - share))
    bins.set(low + 1, (bins.get(low + 1) ?? 0) + box.width * share)
  }
  return [...bins.values()].reduce((sum, width) => sum + width * width, 0)
}

function slopeOfLines(words: Word[]): number {
  const runs = joinIntoLines(words).flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)]
    if (!first || !last) return []
    const length = centreOf(last.box) - centreOf(first.box)
    const isLong = length > minHeightsLong * first.box.height
    return isLong ? [{ length, slope: (middleOf(last.box) - middleOf(first.box)) / length }] : []
  })
  return medianByLength(runs)
}

function medianByLength(runs: { length: number; slope: number }[]): number {
  const half = runs.reduce((sum, run) => sum + run.length, 0) / 2
  let passed = 0
  for (const run of [...runs].sort((a, b) => a.slope - b.slope)) {
    passed += run.length
    if (passed >= half) return run.slope
  }
  return 0
}
