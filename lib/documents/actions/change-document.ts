import 'server-only'
import { AppError } from '@/lib/errors'
import { fileStore } from '@/lib/files/stores'
import { log } from '@/lib/log'
import { deletionsOfAll } from '@/lib/people/abilities/documents'
import type { SignedInUser } from '@/lib/people/roles'
import { requireStep } from '@/lib/steps/steps'
import { requireStepOfToken } from '../intake/step-of-token'
import type { DocumentSummary } from '../model/schema'
import { requireVisible } from '../read/get-document'
import { findSummaries } from '../read/summary-store'
import { thumbnailKey } from '../read/thumbnail'
import { cancelDocument, processWithStep, removeDocument, retryDocuments } from './action-store'

type Target = { user: SignedInUser; id: string }

/**
 * A new attempt on a failed, cancelled or uncertain document; with another step on one that is done too.
 * Throws document.not_found, document.state_forbids, document.original_gone, step.unknown, token.step_forbidden.
 */
export async function retry({
  step: stepId,
  ...target
}: Target & { step?: string | undefined }): Promise<DocumentSummary> {
  const { fileKey } = await requireVisible(target)
  if (fileKey === null) throw new AppError('document.original_gone')
  if (stepId) requireStepOfToken({ user: target.user, stepId })
  const isMoved = stepId
    ? await processWithStep({ id: target.id, step: await requireStep(stepId) })
    : (await retryDocuments([target.id])).length > 0
  if (!isMoved) throw await stateForbids(target)
  return getSummary(target)
}

/** Gives the document up. Throws document.not_found, document.state_forbids. */
export async function cancel(target: Target): Promise<DocumentSummary> {
  await requireVisible(target)
  if (!(await cancelDocument(target.id))) throw await stateForbids(target)
  return getSummary(target)
}

/**
 * Removes the document and its file; the ledger keeps its lines. Only its uploader or an admin may.
 * Throws document.not_found, auth.forbidden, document.state_forbids (while it is being sent).
 */
export async function remove(target: Target): Promise<DocumentSummary> {
  const { ownerId } = await requireVisible(target)
  const mayDelete = ownerId === target.user.id || deletionsOfAll.includes(target.user.role)
  if (!mayDelete) throw new AppError('auth.forbidden')
  const summary = await getSummary(target)
  const removed = await removeDocument(target.id)
  if (!removed) throw await stateForbids(target)
  for (const key of removed.keys) await forgetFile(key)
  await forgetFile(thumbnailKey(target.id))
  return summary
}

/** The document is gone whatever the file store says; the sweep finds files that nobody names. */
async function forgetFile(key: string): Promise<void> {
  await fileStore()
    .remove(key)
    .catch((error) => log.warn({ err: error, key }, 'a file could not be removed'))
}

async function stateForbids(target: Target): Promise<AppError> {
  const { state } = await requireVisible(target)
  return new AppError('document.state_forbids', { values: { state }, details: { state } })
}

async function getSummary({ id }: Target): Promise<DocumentSummary> {
  const [summary] = await findSummaries([id])
  if (!summary) throw new AppError('document.not_found')
  return summary
}
