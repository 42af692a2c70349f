import 'server-only'
import { AppError } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { SignedInUser } from '@/lib/people/roles'
import type { RetriedDocuments, RetryableDocuments } from '../model/schema'
import { documentStates } from '../model/status'
import { selectionFor } from '../read/list-documents'
import type { Selection } from '../read/list-store'
import { findSummaries } from '../read/summary-store'
import { seesAllDocuments } from '../read/visibility'
import {
  countRetryable,
  listRetryable,
  listRetryFacts,
  type RetryFacts,
  retryDocuments,
} from './action-store'

export const maxBulk = 500

type Filter = Selection['filter']
type Bulk = { user: SignedInUser; t: Translate } & ({ ids: string[] } | { filter: Filter })

/**
 * New attempts on those of the documents that the user may see and whose state allows it; why the others were left
 * alone is said of each, in the language of `t`. With a filter, on the newest `maxBulk` failed ones it matches.
 */
export async function retryMany(bulk: Bulk): Promise<RetriedDocuments> {
  const selection = 'filter' in bulk ? await failedSelection(bulk) : null
  const asked = 'ids' in bulk ? [...new Set(bulk.ids)] : await idsOf(selection)
  const seen = 'ids' in bulk ? await listVisible({ user: bulk.user, ids: asked }) : null
  const moved = await retryDocuments(seen?.map(({ id }) => id) ?? asked)
  return {
    documents: await findSummaries(moved),
    refused: await explain({ asked, seen, moved, t: bulk.t }),
    left: selection ? (await countRetryable(selection)).documents : 0,
  }
}

export async function readRetryable(asked: {
  user: SignedInUser
  filter: Filter
}): Promise<RetryableDocuments> {
  const selection = await failedSelection(asked)
  return selection ? countRetryable(selection) : { documents: 0, pages: 0 }
}

/** Uncertain documents are not among them: sending those again may cost their pages twice, which a person decides. */
async function failedSelection({ user, filter }: { user: SignedInUser; filter: Filter }) {
  const asked = filter.state ?? ['failed' as const]
  const state = asked.filter(
    (name) => documentStates[name].phase === 'terminal' && documentStates[name].canRetry,
  )
  return state.length > 0 ? selectionFor({ user, filter: { ...filter, state } }) : null
}

async function idsOf(selection: Selection | null): Promise<string[]> {
  return selection ? listRetryable({ selection, limit: maxBulk }) : []
}

async function listVisible({ user, ids }: { user: SignedInUser; ids: string[] }): Promise<RetryFacts[]> {
  const seesAll = await seesAllDocuments(user)
  const found = await listRetryFacts(ids)
  return found.filter(({ ownerId }) => seesAll || ownerId === user.id)
}

type Explained = { asked: string[]; seen: RetryFacts[] | null; moved: string[]; t: Translate }

async function explain({ asked, seen, moved, t }: Explained): Promise<RetriedDocuments['refused']> {
  const left = asked.filter((id) => !moved.includes(id))
  if (left.length === 0) return []
  const facts = new Map((seen ?? (await listRetryFacts(left))).map((one) => [one.id, one]))
  return left.map((id) => {
    const known = facts.get(id)
    const error = refusalOf(known)
    return { id, name: known?.name ?? '', code: error.code, message: errorMessage(t, error) }
  })
}

function refusalOf(facts: RetryFacts | undefined): AppError {
  if (!facts) return new AppError('document.not_found')
  if (!documentStates[facts.state].canRetry) {
    return new AppError('document.state_forbids', { values: { state: facts.state } })
  }
  return new AppError(facts.hasOriginal ? 'internal' : 'document.original_gone')
}
