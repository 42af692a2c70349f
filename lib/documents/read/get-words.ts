import 'server-only'
import { wordPagesPerAnswer } from '@/base/contract'
import type { SignedInUser } from '@/lib/people/roles'
import { findWords } from '../words/find-words'
import type { WordsAnswer } from '../words/schema'
import { requireVisible } from './get-document'

/**
 * What was read on a page, or on the first ones, for whoever may see the document. Throws document.not_found and what
 * keeps the upstream from answering.
 */
export async function getWords({
  user,
  id,
  page,
}: {
  user: SignedInUser
  id: string
  page: number | undefined
}): Promise<WordsAnswer> {
  await requireVisible({ user, id })
  const pages = page ? { from: page, to: page } : { from: 1, to: wordPagesPerAnswer }
  return (await findWords({ documentId: id, pages })) ?? { pageCount: null, pages: null }
}
