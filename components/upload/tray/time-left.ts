/** `done` in the unit of `workOf`: bytes, plus a share for each file as such. */
export type WorkSample = { atMs: number; done: number }

const windowMs = 15_000
const minSpanMs = 3_000
/** What checking and taking in a file costs beside its bytes; 500 small files take longer than one of their size. */
const fileShareBytes = 250_000

/** How much work a number of files with so many bytes together are. */
export function workOf({ files, bytes }: { files: number; bytes: number }): number {
  return files * fileShareBytes + bytes
}

/** Keeps the samples of the last 15 s; less work done than before means a new batch and starts over. */
export function addSample(samples: readonly WorkSample[], next: WorkSample): WorkSample[] {
  const last = samples.at(-1)
  if (last && last.done > next.done) return [next]
  return [...samples.filter((sample) => next.atMs - sample.atMs <= windowMs), next]
}

/** Milliseconds until `total` work at the pace of the samples; null while there is too little to go by. */
export function estimateMsLeft({
  samples,
  total,
}: {
  samples: readonly WorkSample[]
  total: number
}): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last) return null
  const tookMs = last.atMs - first.atMs
  const moved = last.done - first.done
  if (tookMs < minSpanMs || moved <= 0) return null
  return ((total - last.done) * tookMs) / moved
}
