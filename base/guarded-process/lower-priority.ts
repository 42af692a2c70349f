import { writeFile } from 'node:fs/promises'
import { constants, getPriority, setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** Below the engine itself, so that requests are answered while every core is busy reading. */
const niceness = 10
/** The same between sessions, where it counts against all others on the machine too: a third of their share. */
const sessionNiceness = 5

/** Lets this and all other processes go before one that leads a session of its own. Does what the system grants. */
export async function lowerPriority(pid: number): Promise<void> {
  try {
    setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + niceness))
    if (process.platform === 'linux') await lowerSession(pid)
  } catch {
    // A courtesy that some systems do not grant.
  }
}

const retryMs = 150
/** Enough for the readers of a large machine, which may all start at once. */
const maxTries = 40

/**
 * Where Linux shares its cores between sessions, as desktops do, niceness counts only within one. Of all its ordinary
 * users together it grants one such request in a tenth of a second and tells the others to try again (kernel/sched/autogroup.c).
 */
async function lowerSession(pid: number): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await writeFile(`/proc/${pid}/autogroup`, String(sessionNiceness))
    } catch (error) {
      if (tries === maxTries || !isToBeTriedAgain(error)) throw error
    }
    await sleep(retryMs, undefined, { ref: false })
  }
}

function isToBeTriedAgain(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN'
}
