import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { noSettings } from './no-settings'

export type ScriptProcess = {
  pid: number
  /** All that it printed so far. */
  printed: () => string
  /** Resolves once the text has been printed; throws when the process ends first. */
  untilPrinted: (text: string) => Promise<void>
  /** Its exit code, once it has ended; null for a process that was killed. */
  ended: Promise<number | null>
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

type Script = {
  /** The path of a TypeScript file, from the root of the project, and what it is told. */
  file: string
  args?: string[]
  env?: Record<string, string>
}

/** Starts a script of the server's in a process of its own. */
export function startScript({ file, args = [], env = {} }: Script): ScriptProcess {
  const flags = ['--conditions=react-server', '--import', 'tsx']
  const child = spawn(process.execPath, [...flags, file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    pid: child.pid ?? 0,
    ...watchOutput({ child, ended }),
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

/** The same with the settings of the developer's own desk put out of force. */
export const startAlone = ({ env = {}, ...script }: Script): ScriptProcess =>
  startScript({ ...script, env: { ...noSettings, ...env } })

function watchOutput({ child, ended }: { child: ChildProcess; ended: Promise<unknown> }) {
  let output = ''
  const checks = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const check of checks) check()
    })
  }
  return {
    printed: () => output,
    untilPrinted: (text: string) =>
      new Promise<void>((resolve, reject) => {
        const check = () => {
          if (!output.includes(text)) return
          checks.delete(check)
          resolve()
        }
        checks.add(check)
        check()
        void ended.then(() => reject(new Error(`The process ended before "${text}":\n${output}`)))
      }),
  }
}
