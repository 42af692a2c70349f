/** The sum of the weights at some places of the feature table. */
export function scoreOf({ weights, places }: { weights: Float32Array; places: Int32Array }): number {
  let score = 0
  for (let at = 0; at < places.length; at += 1) score += weights[places[at] ?? 0] ?? 0
  return score
}

/** Shares of 1 by score. */
export function softmax(scores: number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Something to choose, and its share of the softmax. */
export type Shared<Item> = { candidate: Item; share: number }

/** Candidates that say the same as one, by the likeliest of them, with their shares added up; best first. */
export function addUpEqual<Item extends { key: string }>({
  candidates,
  shares,
}: {
  candidates: Item[]
  shares: number[]
}): Shared<Item>[] {
  const byKey = new Map<string, Shared<Item> & { most: number }>()
  for (const [at, candidate] of candidates.entries()) {
    const share = shares[at] ?? 0
    const known = byKey.get(candidate.key)
    const isBetter = !known || share > known.most
    byKey.set(candidate.key, {
      candidate: isBetter ? candidate : known.candidate,
      most: Math.max(share, known?.most ?? 0),
      share: share + (known?.share ?? 0),
    })
  }
  return [...byKey.values()].sort((a, b) => b.share - a.share)
}
