import 'server-only'
import { organisationTimeZone } from '@/lib/env'
import type { SignedInUser } from '@/lib/people/roles'
import type { DocumentFilter, DocumentPage } from '../model/schema'
import { encodeCursor } from './cursor'
import { type Selection, selectDocuments } from './list-store'
import { toSummary } from './summary-store'
import { seesAllDocuments } from './visibility'

/** A page of the documents the user may see, newest first. Throws request.invalid for a foreign cursor. */
export async function listDocuments(given: {
  user: SignedInUser
  filter: DocumentFilter
}): Promise<DocumentPage> {
  const { limit, cursor, ...filter } = given.filter
  const selection = await selectionFor({ user: given.user, filter })
  const rows = await selectDocuments({ selection, cursor, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    documents: page.map(toSummary),
    nextCursor: rows.length > limit && last ? encodeCursor(last) : null,
  }
}

/** The filter within what the user may see and the days of the organisation's time zone. */
export async function selectionFor(given: {
  user: SignedInUser
  filter: Selection['filter']
}): Promise<Selection> {
  const onlyPerson = (await seesAllDocuments(given.user)) ? null : given.user.id
  return { filter: given.filter, onlyPerson, timeZone: organisationTimeZone() }
}
