import { setTimeout as delay } from 'node:timers/promises'
import { SettingError } from '../lib/env'
import type { Child } from './child'

type Waiting = {
  name: string
  url: string
  headers?: Record<string, string>
  child: Child
  timeoutMs: number
}

/** Waits until the child answers at `url` with a success. Throws SettingError when it ends first or takes too long. */
export async function waitUntilAnswers(waiting: Waiting): Promise<void> {
  const { name, child, timeoutMs } = waiting
  const givenUp = new AbortController()
  const tooLate = delay(timeoutMs, undefined, { signal: givenUp.signal, ref: false }).then(() => {
    throw new SettingError(`${name} did not answer within ${timeoutMs / 1000} s. ${lastWords(child)}`)
  })
  const endedEarly = child.ended.then((how) => {
    throw new SettingError(`${name} ended before it answered (${how}). ${lastWords(child)}`)
  })
  try {
    await Promise.race([askUntilSuccess(waiting, givenUp.signal), tooLate, endedEarly])
  } finally {
    givenUp.abort()
    tooLate.catch(() => undefined)
    endedEarly.catch(() => undefined)
  }
}

async function askUntilSuccess({ url, headers }: Waiting, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const response = await fetch(url, { headers: headers ?? {}, signal }).catch(() => null)
    if (response?.ok) return
    await delay(50)
  }
}

function lastWords(child: Child): string {
  return child.lastNotice() ?? 'The log says more.'
}
