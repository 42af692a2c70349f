import 'server-only'
import { nudge } from '../jobs/boss'
import type { SignedInUser } from '../people/roles'
import { selectionFor } from './list-documents'
import { type Selection, selectDocuments } from './list-store'
import type { DocumentSummary } from './schema'
import { documentStates } from './status'
import { findSummaries } from './store'
import { retryDocuments } from './transition-store'
import { seesAllDocuments } from './visibility'

/** At most so many documents in one request. */
export const maxBulk = 500

type Bulk = { user: SignedInUser } & ({ ids: string[] } | { filter: Selection['filter'] })

/**
 * New attempts on those of the documents that the user may see and whose state allows it; the others are left alone.
 * With a filter, the failed ones among its newest `maxBulk`.
 */
export async function retryMany(given: Bulk): Promise<DocumentSummary[]> {
  const ids = 'ids' in given ? await visibleIds(given) : await failedIds(given)
  const moved = await retryDocuments(ids)
  if (moved.length > 0) nudge('submit')
  return findSummaries(moved)
}

async function visibleIds({ user, ids }: { user: SignedInUser; ids: string[] }): Promise<string[]> {
  const seesAll = await seesAllDocuments(user)
  const found = await findSummaries(ids)
  return found.filter(({ uploadedBy }) => seesAll || uploadedBy.id === user.id).map(({ id }) => id)
}

/** Uncertain documents are not among them: sending those again may cost their pages twice, which a person decides. */
async function failedIds({ user, filter }: { user: SignedInUser; filter: Selection['filter'] }) {
  const asked = filter.state ?? ['failed' as const]
  const state = asked.filter(
    (name) => documentStates[name].phase === 'terminal' && documentStates[name].canRetry,
  )
  if (state.length === 0) return []
  const selection = await selectionFor({ user, filter: { ...filter, state } })
  const rows = await selectDocuments({ selection, limit: maxBulk })
  return rows.map(({ id }) => id)
}
