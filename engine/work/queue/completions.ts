import { findExecution } from '@/engine/store/executions'
import type { Database } from '@/engine/store/open-database'
import type { Execution } from '@/engine/store/tables'

export type Completions = {
  /** Resolves with the execution once it has ended, at once if it has. */
  wait: (id: string) => Promise<Execution>
  announce: (execution: Execution) => void
}

export function createCompletions(database: Database): Completions {
  const waiting = new Map<string, ((execution: Execution) => void)[]>()
  return {
    wait: async (id) => {
      const ended = new Promise<Execution>((resolve) => {
        waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      })
      // Asked only now: it may have ended before anyone listened.
      const execution = await findExecution({ database, id })
      return execution?.finishedAt ? execution : ended
    },
    announce: (execution) => {
      for (const resolve of waiting.get(execution.id) ?? []) resolve(execution)
      waiting.delete(execution.id)
    },
  }
}
