import 'server-only'
import { organisationTimeZone } from '@/lib/env'
import type { SignedInUser } from '@/lib/people/roles'
import { readUsualTimes } from '../lifecycle/usual-times'
import type { Lateness } from '../model/lateness'
import { paceOf } from '../model/pace'
import type { DocumentFilter, DocumentPage, DocumentSummary, DocumentSums } from '../model/schema'
import { nextCursorOf, type Selection, selectDocuments, sumDocuments } from './list-store'
import { toSummary } from './summary-store'
import { seesAllDocuments } from './visibility'

type DocumentQuery = { user: SignedInUser; filter: DocumentFilter; ids?: string[] | undefined }

/** A page of the documents the user may see, newest first unless the filter says otherwise. Throws request.invalid for a foreign cursor. */
export async function listDocuments({ user, filter, ids }: DocumentQuery): Promise<DocumentPage> {
  const { limit, cursor, ...wanted } = filter
  const selection = { ...(await selectionFor({ user, filter: wanted })), ...(ids ? { ids } : {}) }
  const rows = await selectDocuments({ selection, cursor, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    documents: page.map(toSummary),
    nextCursor: rows.length > limit && last ? nextCursorOf({ row: last, selection }) : null,
  }
}

/** Whether there is any document that the user may see. */
export async function hasDocuments(user: SignedInUser): Promise<boolean> {
  const selection = await selectionFor({ user, filter: {} })
  return (await selectDocuments({ selection, limit: 1 })).length > 0
}

export async function sumList(asked: UserFilter): Promise<DocumentSums> {
  return sumDocuments(await selectionFor(asked))
}

type UserFilter = { user: SignedInUser; filter: Selection['filter'] }

export async function selectionFor({ user, filter }: UserFilter): Promise<Selection> {
  const onlyPerson = (await seesAllDocuments(user)) ? null : user.id
  return { filter, onlyPerson, timeZone: organisationTimeZone() }
}

type LateDocument = DocumentSummary & { lateness: Lateness | null }

/**
 * The page with `lateness` beside each document, as the screens tell it at this moment. Scripts need it; a screen
 * counts for itself, since a document becomes late without any change of its own.
 */
export async function withLateness(
  page: DocumentPage,
): Promise<{ documents: LateDocument[]; nextCursor: string | null }> {
  const times = await readUsualTimes()
  const now = new Date()
  const documents = page.documents.map((document) => ({
    ...document,
    lateness: paceOf({ document, times, now }).lateness,
  }))
  return { documents, nextCursor: page.nextCursor }
}
