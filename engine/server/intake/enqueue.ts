import type { Agent } from 'undici'
import type { AcceptedContentType } from '@/base/contract'
import type { Organization } from '@/engine/settings/config'
import type { EngineSettings } from '@/engine/settings/read-settings'
import type { DocumentFiles } from '@/engine/store/document-files'
import { addExecution } from '@/engine/store/executions'
import type { Database } from '@/engine/store/open-database'
import { queueRankOf } from '@/engine/store/queue'
import type { Execution, ExecutionKind } from '@/engine/store/tables'
import { Refusal } from '../http/refusal'
import type { Quota } from '../quota'
import type { Submission } from './submission'

export type Intake = {
  settings: EngineSettings
  database: Database
  files: DocumentFiles
  agent: Agent
  quota: Quota
  announce: (organization: string) => void
}

/** What the document is for; a form may have to be read to know it. */
export type Task = { target: string; targetName: string; pipeline: string }

/**
 * Puts a document whose file is on the disk into the queue. Gives the execution that stands: this one, or the first
 * one with the same idempotency key, and then the file is not needed.
 * @throws Refusal 402 where the month's pages are used or promised.
 */
export async function enqueue(input: {
  intake: Intake
  organization: Organization
  kind: ExecutionKind
  task: Task
  submission: Submission
  document: { id: string; contentType: AcceptedContentType; bytes: number; idempotencyKey: string | null }
}): Promise<Execution> {
  const { intake, organization, kind, task, submission, document } = input
  const { id } = document
  const requestedAt = new Date()
  const execution = await addSurely({
    database: intake.database,
    // Asked again where the row is written: those that came at once all found room before.
    requireRoom: organization.monthlyPages === null ? null : (tx) => intake.quota.require(organization, tx),
    execution: {
      ...task,
      ...document,
      kind,
      organization: organization.id,
      status: 'ENQUEUED',
      queueRank: queueRankOf({ requestedAt, bytes: document.bytes }),
      filename: submission.filename,
      metadata: submission.metadata,
      webhookUrl: submission.webhookUrl,
      requestedAt,
    },
  }).catch(async (error) => {
    await intake.files.remove(id)
    throw error
  })
  // Another request with the same key was faster.
  if (execution.id !== id) await intake.files.remove(id)
  else intake.announce(execution.organization)
  return execution
}

const insertTries = 3

/**
 * A lost connection leaves open whether the row was written, and a queued document must not be answered with a 5xx
 * (contract §9): the same row is offered again, which changes nothing if it is there.
 */
async function addSurely(input: Parameters<typeof addExecution>[0]): Promise<Execution> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await addExecution(input)
    } catch (error) {
      if (tries === insertTries || error instanceof Refusal) throw error
    }
  }
}
