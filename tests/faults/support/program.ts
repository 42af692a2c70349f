import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { noSettings } from '../../support/no-settings'
import { until } from './until'

export type Program = {
  name: string
  url: string
  /** Starts it without waiting for anything. */
  launch: () => void
  /** Waits until it answers; throws when it ends instead. */
  untilUp: () => Promise<void>
  /** Ends it, if it runs, and waits for its end. */
  kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
  /** Starts it with other settings from the next launch on. */
  change: (env: Record<string, string>) => void
  readonly kills: number
}

type ProgramGiven = {
  name: string
  args: string[]
  env: Record<string, string>
  url: string
  /** Answers 2xx once it is up. */
  health: { path: string; headers?: Record<string, string> }
  logFolder: string
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const startTimeoutMs = 90_000

/** A production process of the product that can be killed and started again, its output kept in a file. */
export function createProgram({ name, args, env, url, health, logFolder }: ProgramGiven): Program {
  const log = openSync(path.join(logFolder, `${name}.log`), 'a')
  const settings: Record<string, string> = { ...noSettings, ...env, NODE_ENV: 'production' }
  let child: ChildProcess | undefined
  let kills = 0
  const hasEnded = () => child?.exitCode !== null || child.signalCode !== null

  return {
    name,
    url,
    get kills() {
      return kills
    },
    change: (changed) => Object.assign(settings, changed),
    launch: () => {
      // The channel tells it when the tests were killed, so that nothing is left behind.
      child = spawn(process.execPath, args, {
        cwd: root,
        env: { ...process.env, ...settings },
        stdio: ['ignore', log, log, 'ipc'],
      })
    },
    untilUp: async () => {
      await until({
        what: `${name} answers`,
        timeoutMs: startTimeoutMs,
        check: async () => {
          if (hasEnded()) return true
          const signal = AbortSignal.timeout(5000)
          return (await fetch(url + health.path, { headers: health.headers ?? {}, signal })).ok
        },
      })
      if (hasEnded()) throw new Error(`${name} ended by itself; its log is in ${logFolder}`)
    },
    kill: async (signal) => {
      if (!child || hasEnded()) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
      kills += signal === 'SIGKILL' ? 1 : 0
    },
  }
}
