import 'server-only'
import { type PrintedPage, toPrint } from '@/lib/lessons/print/print'
import { findWords } from '../words/find-words'

/** Of longer papers the first pages and the last are learnt from. */
const firstPages = 3

/** What is printed on a document; null where the service keeps no words. Throws upstream.unreachable and its like. */
export async function findPrint(documentId: string): Promise<PrintedPage[] | null> {
  const first = await findWords({ documentId, pages: { from: 1, to: firstPages } })
  if (!first || first.pages.length === 0) return null
  const { pageCount } = first
  const rest =
    pageCount > firstPages ? await findWords({ documentId, pages: { from: pageCount, to: pageCount } }) : null
  return toPrint({ pages: [...first.pages, ...(rest?.pages ?? [])], pageCount })
}
