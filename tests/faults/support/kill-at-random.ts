import { setTimeout as sleep } from 'node:timers/promises'
import type { Program } from './program'
import type { Random } from './random'

type Killing = {
  programs: readonly [Program, ...Program[]]
  random: Random
  kills: number
  /** Called after each kill, once all programs are up again. */
  afterEach?: () => Promise<void>
}

/** How often a program is killed while it is still starting. */
const earlyKills = 0.15

/** Kills one program after the other with -9, at moments nobody chose, and starts it again. */
export async function killAtRandom({ programs, random, kills, afterEach }: Killing): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    await sleep(random.between(100, 1800))
    const victim = random.pick(programs)
    await victim.kill('SIGKILL')
    await sleep(random.between(0, 300))
    victim.launch()
    if (kill < kills && random.chance(earlyKills)) continue
    await Promise.all(programs.map((program) => program.untilUp()))
    await afterEach?.()
  }
}
