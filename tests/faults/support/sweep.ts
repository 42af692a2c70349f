import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Clock, hourMs } from './clock'
import { type Desk, untilAtRest } from './invariants'
import type { Program } from './program'
import { until } from './until'

/** What was begun is thrown away after a day, and what is too broken to tell its age after two. */
const laterMs = 50 * hourMs

/** Ends the processes and starts them two days later, which sweeps what nobody came back for; waits until that is done. */
export async function letTwoDaysPass(given: {
  programs: Program[]
  clock: Clock
  desk: Desk
}): Promise<void> {
  const { programs, clock, desk } = given
  for (const program of programs) await program.kill('SIGTERM')
  await clock.shiftTo(laterMs)
  for (const program of programs) program.launch()
  for (const program of programs) await program.untilUp()
  const list = (name: string) => readdir(path.join(desk.folder, 'files', name)).catch(() => [])
  await until({
    what: 'the sweep has gone through',
    timeoutMs: 90_000,
    check: async () => {
      const documents = await desk.client.listDocuments()
      const originals = await list('originals')
      const left = [...(await list('incoming')), ...(await list('uploads'))]
      if (left.length === 0 && originals.length === documents.length) return true
      throw new Error(
        `${left.length} half received, ${originals.length} stored, ${documents.length} documents`,
      )
    },
  })
  await untilAtRest(desk)
}
