import type { Calibration } from '../extract/ranking/weights'

export type Outcome = { share: number; isRight: boolean }

const leastInStep = 40

/**
 * How often a share of the softmax is right: outcomes in order of their share, neighbours pooled until the rate rises
 * with the share (isotonic regression by pool adjacent violators), told as a few points of a line.
 */
export function calibrate(outcomes: Outcome[]): Calibration {
  const sorted = [...outcomes].sort((a, b) => a.share - b.share)
  type Pool = { count: number; right: number; shares: number }
  const pools: Pool[] = []
  for (let at = 0; at < sorted.length; at += leastInStep) {
    const part = sorted.slice(at, at + leastInStep)
    pools.push({
      count: part.length,
      right: part.filter(({ isRight }) => isRight).length,
      shares: part.reduce((sum, { share }) => sum + share, 0),
    })
    while (pools.length > 1) {
      const [lower, upper] = pools.slice(-2)
      if (!lower || !upper || lower.right / lower.count < upper.right / upper.count) break
      pools.splice(-2, 2, {
        count: lower.count + upper.count,
        right: lower.right + upper.right,
        shares: lower.shares + upper.shares,
      })
    }
  }
  let highest = 0
  const points = pools.map(({ count, right, shares }): [number, number] => {
    // One doubtful outcome more than seen: a pool of forty right ones is not certainty, nor less than the one before.
    highest = Math.max(highest, (right + 0.5) / (count + 1))
    return [round(shares / count), round(highest)]
  })
  return [[0, 0], ...points]
}

function round(figure: number): number {
  return Math.round(figure * 10_000) / 10_000
}
