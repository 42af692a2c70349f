/** The value that this share of the values does not exceed; 0.5 is the median. Throws without values. */
export function percentile({ values, share }: { values: number[]; share: number }): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('There is nothing to take a percentile of.')
  return value
}

export function median(values: number[]): number {
  return percentile({ values, share: 0.5 })
}

/** Seconds that `work` takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}
