import type { AcceptedContentType } from '@/lib/docutray/contract'
import { readImage } from './read-image'
import { readPdf } from './pdf/read-pdf'
import type { Reading } from './reading'

/**
 * Reads a document of any accepted format into pages of words.
 * @throws DocumentError with words for people when it cannot be read.
 */
export function readDocument({
  path,
  contentType,
}: {
  path: string
  contentType: AcceptedContentType
}): Promise<Reading> {
  return contentType === 'application/pdf' ? readPdf({ path, attempt: 1 }) : readImage({ path, contentType })
}
