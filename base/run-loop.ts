export type RunLoop = {
  /** Asks for a run; while one is under way, for another one after it. */
  wake: () => void
  /** Begins no more runs, and waits for the one under way. */
  stop: () => Promise<void>
}

/**
 * Works through rows that say themselves when they are due: calls `run` whenever it is woken, when the time has come
 * that the last run returned, and after `maxPauseMs` in any case; never two runs at once. A run that fails is handed
 * to `onError` and repeated after `retryMs`.
 */
export function createRunLoop({
  run,
  onError,
  maxPauseMs = 60_000,
  retryMs,
}: {
  run: () => Promise<Date | null>
  onError: (error: unknown) => void
  maxPauseMs?: number
  retryMs: number
}): RunLoop {
  let isDue = false
  let isStopped = false
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined

  function wake(): void {
    clearTimeout(timer)
    isDue = true
    if (!isStopped) running ??= runWhileDue()
  }

  async function runWhileDue(): Promise<void> {
    let pauseMs = maxPauseMs
    while (isDue && !isStopped) {
      isDue = false
      pauseMs = await run().then(pauseUntil, (error) => {
        onError(error)
        return retryMs
      })
    }
    running = null
    if (!isStopped) timer = setTimeout(wake, pauseMs).unref()
  }

  const pauseUntil = (next: Date | null) =>
    next ? Math.min(maxPauseMs, Math.max(0, next.getTime() - Date.now())) : maxPauseMs

  return {
    wake,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
