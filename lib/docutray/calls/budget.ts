/**
 * The one budget of requests to the upstream: evenly paced after a small burst, so many at once, and none at all
 * during a pause. The upstream's limits are not public, so each 429 halves the pace and successes win it back. It goes
 * by the clock that nobody sets.
 */
export type Budget = {
  /** Runs `call` when its turn has come. Turns are given in the order they were asked for. */
  run: <Result>(call: () => Promise<Result>) => Promise<Result>
  /** No call begins before `until`; the pace is halved. */
  slowDown: (until: Date) => void
}

type Limits = { perSecond: number; burst: number; concurrency: number }

export function createBudget({ perSecond, burst, concurrency }: Limits): Budget {
  let pace = perSecond
  let tokens = burst
  let filledAt = performance.now()
  let pausedUntil = 0
  let running = 0
  let timer: NodeJS.Timeout | undefined
  const waiting: Array<() => void> = []

  const fill = (now: number) => {
    tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * pace)
    filledAt = now
  }

  const admit = () => {
    clearTimeout(timer)
    const now = performance.now()
    fill(now)
    while (waiting.length > 0 && running < concurrency && tokens >= 1 && now >= pausedUntil) {
      tokens -= 1
      running += 1
      waiting.shift()?.()
    }
    if (waiting.length === 0 || running >= concurrency) return
    const delayMs = Math.max(pausedUntil - now, ((1 - tokens) / pace) * 1000, 1)
    timer = setTimeout(admit, delayMs)
  }

  return {
    run: async (call) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
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
    slowDown: (until) => {
      pausedUntil = Math.max(pausedUntil, performance.now() + until.getTime() - Date.now())
      pace = Math.max(perSecond / 16, pace / 2)
      tokens = Math.min(tokens, 1)
    },
  }
}
