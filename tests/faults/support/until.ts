import { setTimeout as sleep } from 'node:timers/promises'

type Waiting = {
  /** What is waited for, for the error. */
  what: string
  timeoutMs: number
  /** Null, false or undefined: not yet. An error it throws counts as not yet, too. */
  check: () => Promise<unknown>
  everyMs?: number
}

/** Waits until the check holds; how long that took in ms. Throws with the last reason when it does not in time. */
export async function until({ what, timeoutMs, check, everyMs = 100 }: Waiting): Promise<number> {
  const startedAt = performance.now()
  let reason: unknown = 'it never was so'
  while (performance.now() - startedAt < timeoutMs) {
    try {
      if (await check()) return performance.now() - startedAt
    } catch (error) {
      reason = error
    }
    await sleep(everyMs)
  }
  const words = reason instanceof Error ? reason.message : reason
  throw new Error(`Not within ${timeoutMs / 1000} s: ${what} (${words})`)
}
