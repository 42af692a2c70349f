import type { AcceptedContentType } from '@/base/contract'
import { readPdf } from './pdf/read-pdf'
import { readImage } from './read-image'
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
  return contentType === 'application/pdf' ? readPdf({ path }) : readImage({ path, contentType })
}
