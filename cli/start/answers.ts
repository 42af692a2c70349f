import { setTimeout as delay } from 'node:timers/promises'
import { cpuTimeMs } from '@/base/guarded-process/cpu-time'
import { SettingError } from '@/base/settings'
import { complain } from '../terminal'
import type { Child } from './child'

/** On a busy machine a first start takes minutes. Only one that does not even use its share of the CPU stands still. */
const standstillMs = 180_000
const lookMs = 5_000
const tellMs = 30_000

type Waiting = {
  name: string
  url: string
  headers?: Record<string, string>
  child: Child
  standstillMs?: number
}

/**
 * Waits until the child answers at `url` with a success, for as long as it gets on.
 * @throws SettingError when it ends first, stands still, or refuses the key.
 */
export async function waitUntilAnswers(waiting: Waiting): Promise<void> {
  const { name, child } = waiting
  const stopping = new AbortController()
  const endedEarly = child.ended.then((how) => {
    throw new SettingError(`${name} ended before it answered (${how}). ${lastWords(child)}`)
  })
  const standsStill = watchProgress(waiting, stopping.signal).then(() => {
    throw new SettingError(`${name} does not answer and does nothing. ${lastWords(child)}`)
  })
  try {
    await Promise.race([askUntilSuccess(waiting, stopping.signal), standsStill, endedEarly])
  } finally {
    stopping.abort()
    standsStill.catch(() => undefined)
    endedEarly.catch(() => undefined)
  }
}

/** Resolves once the child has used no CPU for too long. Where the system does not tell, the time alone counts. */
async function watchProgress(
  { name, child, standstillMs: patienceMs = standstillMs }: Waiting,
  signal: AbortSignal,
) {
  const startedAt = Date.now()
  let lastProgressAt = startedAt
  let lastToldAt = startedAt
  let used: number | null = null
  while (Date.now() - lastProgressAt < patienceMs) {
    await delay(Math.min(lookMs, patienceMs), undefined, { signal, ref: false })
    const now = child.pid === undefined ? null : await cpuTimeMs(child.pid)
    if (now !== null && now !== used) lastProgressAt = Date.now()
    used = now
    if (Date.now() - lastToldAt < tellMs) continue
    lastToldAt = Date.now()
    const seconds = Math.round((lastToldAt - startedAt) / 1000)
    complain(`${name} is still starting (${seconds} s so far); the machine is busy.`)
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
  return child.lastNotice() ?? `Its log says more: ${child.logFile}`
}
