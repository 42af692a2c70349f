import { guardAgainstOrphanhood } from './orphan-guard'

/** What a guarded process says: that it can begin, that its task gets on, and one answer for each task. */
export type GuardedMessage<Reply> =
  | { kind: 'ready' | 'progress' }
  | { kind: 'reply'; reply: Reply }
  /** The task met something that nobody foresaw. */
  | { kind: 'fault'; detail: string }

/** Runs in the guarded process: answers the tasks that its pool sends, one at a time. */
export async function serveTasks<Task, Reply>(handle: (task: Task) => Promise<Reply>): Promise<void> {
  const guarded = guardAgainstOrphanhood()
  process.on('message', async (task: Task) => {
    await guarded
    const answer = await handle(task).then(
      (reply): GuardedMessage<Reply> => ({ kind: 'reply', reply }),
      (error): GuardedMessage<Reply> => ({ kind: 'fault', detail: describe(error) }),
    )
    process.send?.(answer)
  })
  await guarded
  process.send?.({ kind: 'ready' } satisfies GuardedMessage<Reply>)
}

const progressEveryMs = 1_000
let lastProgressAt = 0

/** Says that the task at hand gets on, so that its time limit begins anew. */
export function reportProgress(): void {
  if (Date.now() - lastProgressAt < progressEveryMs) return
  lastProgressAt = Date.now()
  process.send?.({ kind: 'progress' } satisfies GuardedMessage<never>)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
