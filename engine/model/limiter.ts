type Limiter = {
  /** Runs the task when a place is free. @throws the signal's reason when it is over before that. */
  run: <Result>(input: { signal: AbortSignal; task: () => Promise<Result> }) => Promise<Result>
}

export function createLimiter(concurrency: number): Limiter {
  const waiting: (() => void)[] = []
  let free = concurrency

  function release(): void {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return {
    run: async ({ signal, task }) => {
      signal.throwIfAborted()
      if (free > 0) free -= 1
      else await acquire({ waiting, signal })
      try {
        return await task()
      } finally {
        release()
      }
    },
  }
}

function acquire({ waiting, signal }: { waiting: (() => void)[]; signal: AbortSignal }): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = () => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    const giveUp = () => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(signal.reason)
    }
    waiting.push(begin)
    signal.addEventListener('abort', giveUp, { once: true })
  })
}
