export type Line = {
  /** Runs when a place is free. @throws the signal's reason when it is over before that. */
  pass: <Result>(input: { signal: AbortSignal; run: () => Promise<Result> }) => Promise<Result>
}

/** Lets `places` through at once, in the order they came. */
export function createLine(places: number): Line {
  const waiting: (() => void)[] = []
  let free = places

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return {
    pass: async ({ signal, run }) => {
      signal.throwIfAborted()
      if (free > 0) free -= 1
      else await waitForTurn({ waiting, signal })
      try {
        return await run()
      } finally {
        leave()
      }
    },
  }
}

function waitForTurn({ waiting, signal }: { waiting: (() => void)[]; signal: AbortSignal }): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      waiting.splice(waiting.indexOf(give), 1)
      reject(signal.reason)
    }
    waiting.push(give)
    signal.addEventListener('abort', leave, { once: true })
  })
}
