import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { noSettings } from '../../support/no-settings'

export type StartedDesk = {
  pid: number
  /** All that was printed so far. */
  printed: () => string
  /** Resolves when the text has been printed; throws when the launcher ends first. */
  untilPrinted: (text: string) => Promise<void>
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
  stop: () => Promise<number | null>
}

/** A desk of its own beside the one of the run, for tests of starting and ending. */
export function startDesk(settings: Record<string, string>): StartedDesk {
  const child: ChildProcess = spawn(
    process.execPath,
    ['-C', 'react-server', '--import', 'tsx', 'cli/start.ts'],
    { env: { ...process.env, ...noSettings, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk
    })
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    pid: child.pid ?? 0,
    printed: () => output,
    untilPrinted: async (text) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`The launcher ended before "${text}":\n${output}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    ended,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
