/** For 95 of 100. */
const z = 1.96

/** The share of right ones that a record proves: with few tries far below what it was so far. */
export function wilsonLowerBound({ right, tried }: { right: number; tried: number }): number {
  if (tried === 0) return 0
  const share = right / tried
  const centre = share + z ** 2 / (2 * tried)
  const spread = z * Math.sqrt((share * (1 - share)) / tried + z ** 2 / (4 * tried ** 2))
  return Math.max(0, (centre - spread) / (1 + z ** 2 / tried))
}
