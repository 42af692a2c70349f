import 'server-only'
import { readUsualTimes } from '../lifecycle/usual-times'
import type { Lateness } from '../model/lateness'
import { paceOf } from '../model/pace'
import type { DocumentPage, DocumentSummary } from '../model/schema'

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
