/** How long documents of one kind are usually being read. Half of them ended between `fromMs` and `toMs`. */
export type UsualTime = {
  fromMs: number
  toMs: number
  /** 19 of 20 had ended by then. */
  overdueMs: number
}

/** Usual times by `bucketOf` and, where a bucket has too little history, by step alone. */
export type UsualTimes = Record<string, UsualTime>

export type Measured = { stepId: string; contentType: string; pages: number; bytes: number }
export type Reading = Measured & { tookMs: number }

/** Fewer finished documents than this say nothing about the next one. */
const fewestReadings = 5
/** Below this, it is how often we ask that makes the difference, not the document. */
const leastOverdueMs = 15_000

type UsualTimeQuery = { times: UsualTimes; document: Measured }

export function findUsualTime({ times, document }: UsualTimeQuery): UsualTime | null {
  return times[bucketOf(document)] ?? times[document.stepId] ?? null
}

export function learnUsualTimes(readings: Reading[]): UsualTimes {
  const groups = new Map<string, number[]>()
  for (const reading of readings) {
    for (const name of [bucketOf(reading), reading.stepId]) {
      const times = groups.get(name) ?? []
      times.push(reading.tookMs)
      groups.set(name, times)
    }
  }
  const known = [...groups].filter(([, times]) => times.length >= fewestReadings)
  return Object.fromEntries(known.map(([name, times]) => [name, summarize(times)]))
}

/** Documents that take about as long as one another: of one step and kind, and of about one size. */
export function bucketOf({ stepId, contentType, pages, bytes }: Measured): string {
  if (contentType === 'application/pdf' || pages > 1) return `${stepId}/pdf/${rank(pages, [1, 5, 20, 100])}`
  return `${stepId}/image/${rank(bytes, [500_000, 2_000_000, 8_000_000])}`
}

function rank(size: number, bounds: number[]): number {
  return bounds.filter((bound) => size > bound).length
}

function summarize(times: number[]): UsualTime {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  return {
    fromMs: Math.round(at(0.25)),
    toMs: Math.round(at(0.75)),
    overdueMs: Math.round(Math.max(leastOverdueMs, at(0.95))),
  }
}
