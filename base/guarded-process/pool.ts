import type { Logger } from 'pino'
import {
  type GuardedProcess,
  type GuardedProgram,
  type Outcome,
  startGuardedProcess,
  type TaskLimits,
} from './guarded-process'

export type PoolLimits = TaskLimits & {
  /** A process without work for so long is let go. */
  idleMs: number
  /** One that is larger after a task is not used again: WebAssembly never gives its memory back. */
  retireBytes: number
}

export type GuardedPool<Task, Reply> = {
  /** Runs the task as soon as there is a place for it, first come, first served. */
  run: (task: Task) => Promise<Outcome<Reply>>
  /**
   * Runs the task while no other runs or waits, one such at a time: it keeps nobody waiting, uses a process that is
   * warm, and costs the machine nothing while there is other work.
   */
  runAside: (task: Task, limits: Pick<TaskLimits, 'taskMs'>) => Promise<Outcome<Reply>>
  /** Starts a process, where none waits, for a task that is about to come. */
  prepare: () => void
  /** Ends all processes; what they were doing, and what comes later, is lost. */
  close: () => void
}

/** At most `size` guarded processes, each started when it is needed and kept warm for the next task. */
export function createGuardedPool<Task, Reply>({
  program,
  size,
  limits,
  log,
}: {
  program: GuardedProgram
  size: number
  limits: PoolLimits
  log: Logger
}): GuardedPool<Task, Reply> {
  type Process = GuardedProcess<Task, Reply>
  const idle = new Map<Process, NodeJS.Timeout>()
  const busy = new Set<Process>()
  const line: (() => void)[] = []
  const aside: (() => void)[] = []
  let places = size
  let isAsideBusy = false
  let isClosed = false

  function beginAside(): void {
    if (isAsideBusy || (places < size && !isClosed)) return
    const begin = aside.shift()
    isAsideBusy = begin !== undefined
    begin?.()
  }

  function take(): Process {
    const [process, timer] = [...idle].at(-1) ?? []
    clearTimeout(timer)
    if (process) idle.delete(process)
    return process?.isAlive() ? process : startGuardedProcess({ program, log })
  }

  function keepWarm(process: Process): void {
    const letGo = () => {
      idle.delete(process)
      process.kill()
    }
    idle.set(process, setTimeout(letGo, limits.idleMs).unref())
  }

  async function perform(task: Task, taskMs = limits.taskMs): Promise<Outcome<Reply>> {
    if (isClosed) return { kind: 'lost', why: 'closed', detail: '' }
    const process = take()
    busy.add(process)
    const outcome = await process.run({ task, limits: { ...limits, taskMs } })
    const isSpent = outcome.kind !== 'reply' || ((await process.residentBytes()) ?? 0) > limits.retireBytes
    busy.delete(process)
    if (isSpent || isClosed || !process.isAlive()) process.kill()
    else keepWarm(process)
    return outcome.kind === 'lost' && isClosed ? { ...outcome, why: 'closed' } : outcome
  }

  return {
    run: async (task) => {
      if (places > 0) places -= 1
      else await new Promise<void>((begin) => line.push(begin))
      try {
        return await perform(task)
      } finally {
        const next = line.shift()
        if (next) next()
        else places += 1
        beginAside()
      }
    },
    runAside: async (task, { taskMs }) => {
      await new Promise<void>((begin) => {
        aside.push(begin)
        beginAside()
      })
      try {
        return await perform(task, taskMs)
      } finally {
        isAsideBusy = false
        beginAside()
      }
    },
    prepare: () => {
      if (!isClosed && idle.size === 0 && places > 0) keepWarm(startGuardedProcess({ program, log }))
    },
    close: () => {
      isClosed = true
      for (const process of [...busy, ...idle.keys()]) process.kill()
      beginAside()
    },
  }
}
