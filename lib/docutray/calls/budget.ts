/**
 * The one budget of requests to the upstream: evenly paced after a small burst, so many at once, and none of a kind
 * during a pause of it. The upstream's limits are not public, so each 429 halves the pace and successes win it back. It
 * goes by the clock that nobody sets.
 */
export type Budget<Kind extends string> = {
  /** Runs `call` when its turn has come. Turns are given in the order they were asked for. */
  run: <Result>(kind: Kind, call: () => Promise<Result>) => Promise<Result>
  /** No call of the kind begins before `until`; the pace of all is halved. */
  slowDown: (kind: Kind, until: Date) => void
  isPaused: (kind: Kind) => boolean
}

type Limits = { perSecond: number; burst: number; concurrency: number }

export function createBudget<Kind extends string>({ perSecond, burst, concurrency }: Limits): Budget<Kind> {
  let pace = perSecond
  let tokens = burst
  let filledAt = performance.now()
  const pausedUntil = new Map<Kind, number>()
  let running = 0
  let timer: NodeJS.Timeout | undefined
  const waiting: { kind: Kind; begin: () => void }[] = []

  const fill = (now: number) => {
    tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * pace)
    filledAt = now
  }

  const admit = () => {
    clearTimeout(timer)
    const now = performance.now()
    fill(now)
    const pauseMs = ({ kind }: { kind: Kind }) => Math.max(0, (pausedUntil.get(kind) ?? 0) - now)
    while (running < concurrency && tokens >= 1) {
      const next = waiting.findIndex((one) => pauseMs(one) === 0)
      if (next < 0) break
      tokens -= 1
      running += 1
      waiting.splice(next, 1)[0]?.begin()
    }
    if (waiting.length === 0 || running >= concurrency) return
    const delayMs = Math.max(Math.min(...waiting.map(pauseMs)), ((1 - tokens) / pace) * 1000, 1)
    timer = setTimeout(admit, delayMs)
  }

  return {
    run: async (kind, call) => {
      await new Promise<void>((begin) => {
        waiting.push({ kind, begin })
        admit()
      })
      try {
        const result = await call()
        pace = Math.min(perSecond, pace + perSecond / 100)
        return result
      } finally {
        running -= 1
        admit()
      }
    },
    slowDown: (kind, until) => {
      const end = performance.now() + until.getTime() - Date.now()
      pausedUntil.set(kind, Math.max(pausedUntil.get(kind) ?? 0, end))
      pace = Math.max(perSecond / 16, pace / 2)
      tokens = Math.min(tokens, 1)
    },
    isPaused: (kind) => (pausedUntil.get(kind) ?? 0) > performance.now(),
  }
}
