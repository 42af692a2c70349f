/** A file above this counts as large: it may keep a worker for minutes. */
const largeFileBytes = 8_388_608

export type FairScheduler = {
  markWaiting: (organization: string) => void
  /** Organizations in the order in which they should be asked for work, and the largest file there is room for. */
  next: () => { organizations: string[]; maxBytes: number }
  /** The organization had nothing (of any size) in the queue when it was asked. */
  markEmpty: (organization: string) => void
  started: (work: Work) => void
  ended: (work: Work) => void
}

type Work = { organization: string; bytes: number }

/**
 * Whose turn it is. The organization with the fewest documents being read goes first, then the one that was served
 * longest ago; and one worker is kept free of large files, so that small ones do not wait behind them.
 */
export function createFairScheduler(workers: number): FairScheduler {
  const waiting = new Set<string>()
  const running = new Map<string, number>()
  const lastServed = new Map<string, number>()
  const largeAtOnce = Math.max(1, workers - 1)
  let largeRunning = 0
  let served = 0

  const runningOf = (organization: string) => running.get(organization) ?? 0
  const lastServedOf = (organization: string) => lastServed.get(organization) ?? 0
  const isLarge = (bytes: number) => bytes > largeFileBytes

  return {
    markWaiting: (organization) => waiting.add(organization),
    markEmpty: (organization) => waiting.delete(organization),
    next: () => ({
      organizations: [...waiting].sort(
        (a, b) => runningOf(a) - runningOf(b) || lastServedOf(a) - lastServedOf(b),
      ),
      maxBytes: largeRunning < largeAtOnce ? Number.MAX_SAFE_INTEGER : largeFileBytes,
    }),
    started: ({ organization, bytes }) => {
      running.set(organization, runningOf(organization) + 1)
      lastServed.set(organization, ++served)
      if (isLarge(bytes)) largeRunning += 1
    },
    ended: ({ organization, bytes }) => {
      running.set(organization, runningOf(organization) - 1)
      if (isLarge(bytes)) largeRunning -= 1
    },
  }
}
