import { ReplyError } from '@/lib/fetch-json'
import type { MessageKey } from '@/lib/i18n/catalogues'
import type { Translate } from '@/lib/i18n/translate-messages'

type Failure = { t: Translate; error: unknown; unreachable?: MessageKey }

/** Why a call failed, in the reader's language: the server's own words, else that it was not reached. */
export function failureText({ t, error, unreachable = 'problem.offline' }: Failure): string {
  return (error instanceof ReplyError && error.message) || t(unreachable)
}
