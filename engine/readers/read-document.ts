import type { AcceptedContentType } from '@/lib/docutray/contract'
import type { ReadingAttempt } from './limits'
import { readImage } from './read-image'
import { readPdf } from './read-pdf'
import type { Reading } from './reading'

/**
 * Reads a document of any accepted format into pages of words.
 * @throws DocumentError with words for people when it cannot be read.
 */
export function readDocument({
  path,
  contentType,
  attempt = 1,
}: {
  path: string
  contentType: AcceptedContentType
  attempt?: ReadingAttempt
}): Promise<Reading> {
  return contentType === 'application/pdf'
    ? readPdf({ path, attempt })
    : readImage({ path, contentType, attempt })
}
