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
