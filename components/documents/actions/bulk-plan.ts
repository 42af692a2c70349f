import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentStates } from '@/lib/documents/model/status'
import type { Step } from '@/lib/steps/schema'
import type { BulkAction } from './use-document-actions'

type Standing = Pick<DocumentSummary, 'state' | 'checkedAt'>

const allowed: Record<BulkAction, (document: Standing) => boolean> = {
  retry: ({ state }) => documentStates[state].canRetry,
  check: ({ state, checkedAt }) => state === 'done' && checkedAt === null,
  cancel: ({ state }) => documentStates[state].canCancel,
  // While the bytes are going out nobody can say yet what the service has.
  remove: ({ state }) => state !== 'sending',
}

export function isActionAllowed({ action, document }: { action: BulkAction; document: Standing }): boolean {
  return allowed[action](document)
}

/** Which of the selected documents an action can touch now, how many it leaves out and what pages are at stake. */
export function planBulkAction({ action, documents }: { action: BulkAction; documents: DocumentSummary[] }) {
  return planOf({
    documents,
    targets: documents.filter((document) => isActionAllowed({ action, document })),
  })
}

/** Which of the selected documents can be processed with that step, though another one has read them. */
export function planOtherStep({ step, documents }: { step: Step; documents: DocumentSummary[] }) {
  const targets = documents.filter(
    ({ state, step: { id } }) => id !== step.id && (state === 'done' || documentStates[state].canRetry),
  )
  return planOf({ documents, targets })
}

function planOf({ documents, targets }: { documents: DocumentSummary[]; targets: DocumentSummary[] }) {
  return {
    targets,
    skipped: documents.length - targets.length,
    pages: targets.reduce((sum, { pages }) => sum + pages, 0),
  }
}
