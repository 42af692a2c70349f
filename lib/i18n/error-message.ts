import type { ErrorCode, ErrorValues } from '../errors'
import type { MessageKey } from './catalogues'
import type { Translate } from './translate-messages'

/** What happened, whether pages were counted and what to do next, in the reader's language. */
export function errorMessage(t: Translate, error: { code: ErrorCode; values?: ErrorValues }): string {
  const key: MessageKey = `error.${error.code}`
  return t(key, error.values)
}
