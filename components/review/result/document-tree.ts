import { openItemsOf } from '@/lib/documents/attention/open-items'
import { readingOf } from '@/lib/documents/model/learnt'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import type { Locale } from '@/lib/i18n/catalogues'
import { buildResultTree, type ResultNode } from './result-tree'

/** The result of a document laid out, with what in it waits for a person. */
export function buildDocumentTree({
  document,
  locale,
}: {
  document: DocumentDetail
  locale: Locale
}): ResultNode[] {
  const { result, resultSchema, learnt, corrections } = document
  if (!result) return []
  const toReview = new Set(openItemsOf(document).map(({ id }) => id))
  const reading = readingOf({ result, learnt })
  return buildResultTree({ result: reading, resultSchema, learnt, corrections, locale, toReview })
}
