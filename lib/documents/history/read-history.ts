import 'server-only'
import type { SignedInUser } from '@/lib/people/roles'
import type { HistoryPage } from '../model/field-event'
import { requireVisible } from '../read/get-document'
import { listEvents } from './store'

type Wanted = { user: SignedInUser; id: string; cursor: number | undefined; limit: number }

/** All that people did with the values of a document, the newest first, a page at a time. Throws document.not_found. */
export async function readHistory({ user, id, cursor, limit }: Wanted): Promise<HistoryPage> {
  await requireVisible({ user, id })
  const found = await listEvents({ documentId: id, before: cursor, limit: limit + 1 })
  const events = found.slice(0, limit)
  const last = events.at(-1)
  return { events, nextCursor: found.length > limit && last ? String(last.sequence) : null }
}
