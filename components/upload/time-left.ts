export type ByteSample = { atMs: number; sentBytes: number }

const windowMs = 12_000
const leastMs = 1_500

/** Keeps the samples of the last 12 s; fewer bytes than before mean a new batch and start over. */
export function addSample(samples: readonly ByteSample[], next: ByteSample): ByteSample[] {
  const last = samples.at(-1)
  if (last && last.sentBytes > next.sentBytes) return [next]
  return [...samples.filter((sample) => next.atMs - sample.atMs <= windowMs), next]
}

/** Milliseconds until `totalBytes` at the pace of the samples; null while there is too little to go by. */
export function estimateMsLeft({
  samples,
  totalBytes,
}: {
  samples: readonly ByteSample[]
  totalBytes: number
}): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last) return null
  const tookMs = last.atMs - first.atMs
  const movedBytes = last.sentBytes - first.sentBytes
  if (tookMs < leastMs || movedBytes <= 0) return null
  return ((totalBytes - last.sentBytes) * tookMs) / movedBytes
}
