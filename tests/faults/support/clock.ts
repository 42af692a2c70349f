import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Clock = {
  /** Settings of the processes that go by this clock. */
  env: Record<string, string>
  /** Sets it so far from the true time, for running processes within a moment. */
  shiftTo: (offsetMs: number) => Promise<void>
}

export const hourMs = 60 * 60_000
const noticedMs = 200

export function createClock(folder: string): Clock {
  const file = path.join(folder, 'clock')
  const preload = fileURLToPath(new URL('./shifted-clock.mjs', import.meta.url))
  return {
    env: { FAULTS_CLOCK: file, NODE_OPTIONS: `--import ${preload}` },
    shiftTo: async (offsetMs) => {
      await writeFile(file, String(offsetMs))
      await sleep(noticedMs)
    },
  }
}
