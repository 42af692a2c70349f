import { listUnfinishedIds, listWaitingOrganizations } from '@/engine/store/executions'
import { listInterrupted, requeue } from '@/engine/store/queue'
import { finish, type ProcessingParts } from './process-execution'

/** Far more than for crashes of a worker: what ends the engine is hardly ever the document it happened to read. */
export const maxInterruptions = 10

/**
 * Takes up what an earlier process left: documents in the middle of being read go back into the queue, unless they
 * ended the engine too often; files that nobody waits for are removed. Returns the organizations with work to do.
 */
export async function recover(parts: ProcessingParts): Promise<string[]> {
  const { database, files } = parts
  for (const execution of await listInterrupted(database)) {
    if (execution.interruptions < maxInterruptions) {
      await requeue({ database, id: execution.id, counting: 'interruptions' })
    } else {
      const error = 'The engine stopped several times while reading this document.'
      await finish({ parts, execution, outcome: { error } })
    }
  }
  await files.sweep(await listUnfinishedIds(database))
  return listWaitingOrganizations(database)
}
