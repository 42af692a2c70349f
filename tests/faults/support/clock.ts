import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export type Clock = {
  /** Settings of the processes that go by this clock. */
  env: Record<string, string>
  /** Sets it so far from the true time, for running processes too. */
  shiftTo: (offsetMs: number) => Promise<void>
}

export const hourMs = 60 * 60_000

export function createClock(folder: string): Clock {
  const file = path.join(folder, 'clock')
  const preload = fileURLToPath(new URL('./shifted-clock.mjs', import.meta.url))
  return {
    env: { FAULTS_CLOCK: file, NODE_OPTIONS: `--import ${preload}` },
    shiftTo: async (offsetMs) => {
      // In one step: half a file would be another time.
      await writeFile(`${file}.next`, String(offsetMs))
      await rename(`${file}.next`, file)
    },
  }
}
