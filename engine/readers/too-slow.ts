import { DocumentError } from '../pipeline/document-error'
import { readingLimits } from './limits'

/** What is said of a picture whose print takes too long: noise, mostly, which OCR takes for thousands of letters. */
export function tooSlow(): DocumentError {
  const minutes = readingLimits.recognitionMs / 60_000
  return new DocumentError(
    `Reading the print on a picture took longer than ${minutes} minutes and was stopped.`,
  )
}
