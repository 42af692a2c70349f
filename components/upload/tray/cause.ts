import { maxUploadWords, uploadKinds } from '@/lib/files/upload-policy'
import { errorMessage } from '@/lib/i18n/error-message'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { UploadItem, UploadProblem } from '../transfer/upload-item'

/** What stands in the way of a file, in words that files of the same trouble share; null where nothing does. */
export function causeOf({ t, item }: { t: Translate; item: UploadItem }): string | null {
  const { phase } = item
  if (phase.kind === 'failed' || phase.kind === 'refused') return problemText({ t, problem: phase.problem })
  if (phase.kind === 'duplicate') return t(phase.documentId ? 'row.duplicate.shown' : 'row.duplicate.hidden')
  return null
}

/** What happened, whether pages were counted and what to do: the server's words, else our own. */
function problemText({ t, problem }: { t: Translate; problem: UploadProblem }): string {
  const { code, message } = problem
  if (message) return message
  if (code === 'file_gone' || code === 'line_lost') return t(`problem.${code}`)
  return errorMessage(t, { code, values: { limit: maxUploadWords, kinds: uploadKinds } })
}
