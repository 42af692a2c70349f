const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Resolves with the first request to stop; a second one ends the launcher at once. */
export function whenStopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      let asked = false
      process.on(signal, () => {
        if (asked) process.exit(130)
        asked = true
        resolve()
      })
    }
  })
}
