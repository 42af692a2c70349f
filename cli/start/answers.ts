import { setTimeout as delay } from 'node:timers/promises'
import { watchStandstill } from '@/base/guarded-process/standstill'
import { SettingError } from '@/base/settings'
import { complain } from '../terminal'
import type { Child } from './child'

/** On a busy machine a first start takes minutes. Only one that does not even use its share of the CPU stands still. */
const standstillMs = 180_000
const reportMs = 30_000

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
  const { name, child, standstillMs: limitMs = standstillMs } = waiting
  const stopping = new AbortController()
  const report = reportStarting({ name, child })
  let stopWatch = () => {}
  const standsStill = new Promise<never>((_, reject) => {
    const onStandstill = () =>
      reject(new SettingError(`${name} does not answer and does nothing. ${lastWords(child)}`))
    stopWatch = watchStandstill({ pid: child.pid ?? 0, limitMs, mostWorkMs: Infinity, onStandstill }).stop
  })
  const endedEarly = child.ended.then((how) => {
    throw new SettingError(`${name} ended before it answered (${how}). ${lastWords(child)}`)
  })
  try {
    await Promise.race([askUntilSuccess(waiting, stopping.signal), standsStill, endedEarly])
  } catch (error) {
    child.speak(child.lastNotice() ?? undefined)
    throw error
  } finally {
    child.speak()
    stopping.abort()
    stopWatch()
    clearInterval(report)
    endedEarly.catch(() => undefined)
  }
}

function reportStarting({ name, child }: Pick<Waiting, 'name' | 'child'>): NodeJS.Timeout {
  const startedAt = Date.now()
  return setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    child.speak()
    complain(`${name} is still starting (${seconds} s so far); the machine is busy.`)
  }, reportMs)
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
