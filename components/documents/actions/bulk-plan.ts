import type { DocumentSummary } from '@/lib/documents/model/schema'
import { type DocumentState, documentStates } from '@/lib/documents/model/status'
import type { DocumentAction } from './use-document-actions'

const allowed: Record<DocumentAction, (state: DocumentState) => boolean> = {
  retry: (state) => documentStates[state].canRetry,
  cancel: (state) => documentStates[state].canCancel,
  // While the bytes are going out nobody can say yet what the service has.
  remove: (state) => state !== 'sending',
}

export function isActionAllowed({
  action,
  state,
}: {
  action: DocumentAction
  state: DocumentState
}): boolean {
  return allowed[action](state)
}

/** Which of the selected documents an action can touch now, how many it leaves out and what pages are at stake. */
export function planBulkAction({
  action,
  documents,
}: {
  action: DocumentAction
  documents: DocumentSummary[]
}) {
  const targets = documents.filter(({ state }) => isActionAllowed({ action, state }))
  return {
    targets,
    skipped: documents.length - targets.length,
    pages: targets.reduce((sum, { pages }) => sum + pages, 0),
  }
}
