import 'server-only'
import { wordPagesPerAnswer } from '@/base/contract'
import { getWords } from '@/lib/docutray/calls/client'
import { upstreamIdentity } from '@/lib/docutray/upstream'
import { findCurrentExecution } from './execution-store'
import type { DocumentWords } from './schema'

/** Both ends included. */
type PageRange = { from: number; to: number }

/**
 * What the current attempt read on its pages, or on some of them, in the form of evidence; null where the upstream keeps
 * none. Whether the caller may see the document is for the caller to know. Throws upstream.unreachable and its like.
 */
export async function findWords({
  documentId,
  pages,
}: {
  documentId: string
  pages?: PageRange
}): Promise<DocumentWords | null> {
  const execution = await findCurrentExecution(documentId)
  if (!execution) return null
  const { executionId: id, upstream } = execution
  // Another service does not know it.
  if (upstream !== null && upstream !== upstreamIdentity()) return null
  let { from, to } = pages ?? { from: 1, to: Number.POSITIVE_INFINITY }
  const found: DocumentWords = { pageCount: 0, pages: [] }
  do {
    const last = Math.min(to, from + wordPagesPerAnswer - 1)
    const answer = await getWords({ id, from, to: last })
    if (!answer) return null
    found.pageCount = answer.page_count
    found.pages.push(...answer.pages)
    to = Math.min(to, answer.page_count)
    from = last + 1
  } while (from <= to)
  return found
}
