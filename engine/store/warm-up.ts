import { addExecution, findExecution } from './executions'
import { createId } from './ids'
import type { Database } from './open-database'

const rounds = 12

class RolledBack extends Error {}

/**
 * Goes the way of a submission a few times and leaves nothing behind: the first queries after a start take twenty
 * times as long as the later ones, and nobody should have to wait for them.
 */
export async function warmUp(database: Database): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await database.transaction(rehearse).catch((error) => {
      if (!(error instanceof RolledBack)) throw error
    })
  }
}

async function rehearse(database: Database): Promise<void> {
  const id = createId()
  await addExecution({
    database,
    execution: {
      id,
      kind: 'step',
      organization: '',
      target: '',
      targetName: '',
      pipeline: '',
      status: 'ENQUEUED',
      queueRank: 0,
      contentType: 'application/pdf',
      bytes: 0,
      requestedAt: new Date(),
    },
  })
  await findExecution({ database, id })
  throw new RolledBack()
}
