import { setTimeout as delay } from 'node:timers/promises'
import { SettingError } from '@/base/settings'
import type { Child } from './child'

/** Making the database of a first start takes seconds, and minutes on a machine that is busy. */
const firstAnswerMs = 180_000

type Waiting = {
  name: string
  url: string
  headers?: Record<string, string>
  child: Child
  timeoutMs?: number
}

/** Waits until the child answers at `url` with a success. Throws SettingError when it ends first or takes too long. */
export async function waitUntilAnswers(waiting: Waiting): Promise<void> {
  const { name, child, timeoutMs = firstAnswerMs } = waiting
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

async function askUntilSuccess({ name, url, headers }: Waiting, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const response = await fetch(url, { headers: headers ?? {}, signal }).catch(() => null)
    if (response?.ok) return
    if (response?.status === 401) throw new SettingError(refusedKey(name))
    await delay(50)
  }
}

/** Only a configuration with organizations of its own can keep the launcher's key out. */
function refusedKey(name: string): string {
  return `${name} refuses the desk's key. Leave "organizations" out of the file that ENGINE_CONFIG names, or unset it.`
}

function lastWords(child: Child): string {
  return child.lastNotice() ?? 'The log says more.'
}
