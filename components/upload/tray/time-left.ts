/** `done` in the unit of `workOf`: bytes, plus a share for each file as such. */
export type WorkSample = { atMs: number; done: number }

const windowMs = 30_000
const minSpanMs = 3_000
/** What checking and taking in a file costs beside its bytes; 500 small files take longer than one of their size. */
const fileShareBytes = 250_000

/** How much work a number of files with so many bytes together are. */
export function workOf({ files, bytes }: { files: number; bytes: number }): number {
  return files * fileShareBytes + bytes
}

/** Keeps the samples of the last 30 s; less work done than before means a new batch and starts over, as does a clock set back. */
export function addSample(samples: readonly WorkSample[], next: WorkSample): WorkSample[] {
  const last = samples.at(-1)
  if (last && (last.done > next.done || last.atMs > next.atMs)) return [next]
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

/** In minutes, as people say it: 0 for less than one, to ten each, then in fives, beyond an hour in halves of it. */
export function roundMinutesLeft(ms: number): number {
  const minutes = ms / 60_000
  if (minutes < 1) return 0
  const step = minutes <= 10 ? 1 : minutes <= 60 ? 5 : 30
  return Math.ceil(minutes / step) * step
}

/** What is said of the minutes left, and what would be said next once it has held for long enough. */
export type MinutesLeft = { shown: number | null; next: number | null; sinceMs: number }

export const notShown: MinutesLeft = { shown: null, next: null, sinceMs: 0 }

const holdMs = 10_000

/** An estimate that jumps about is not shown: only one that was the same for ten seconds. */
export function holdMinutes(held: MinutesLeft, now: { minutes: number | null; atMs: number }): MinutesLeft {
  const { minutes, atMs } = now
  if (minutes === null) return notShown
  if (minutes !== held.next) return { shown: held.shown, next: minutes, sinceMs: atMs }
  return atMs - held.sinceMs >= holdMs ? { ...held, shown: minutes } : held
}
