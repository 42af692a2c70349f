export type RepeatedPass = {
  /** Asks for a pass; while one is running, for another one after it. */
  ask: () => void
  /** Resolves when no pass is running. */
  settled: () => Promise<void>
}

/** Runs `pass` whenever it is asked for, one at a time, and loses no request in between. `pass` must not throw. */
export function createRepeatedPass(pass: () => Promise<void>): RepeatedPass {
  let isDue = false
  let running: Promise<void> | null = null

  function ask(): void {
    isDue = true
    running ??= passWhileDue().finally(() => {
      running = null
      // Asked for between the last look at `isDue` and here.
      if (isDue) ask()
    })
  }

  async function passWhileDue(): Promise<void> {
    while (isDue) {
      isDue = false
      await pass()
    }
  }

  return { ask, settled: async () => running ?? undefined }
}
