import { maxUploadWords } from '@/lib/files/upload-policy'
import { errorMessage } from '@/lib/i18n/error-message'
import type { Translate } from '@/lib/i18n/translate'
import type { UploadProblem } from '../transfer/upload-item'

/** What happened, whether pages were counted and what to do: the server's words, else our own. */
export function problemWords({ t, problem }: { t: Translate; problem: UploadProblem }): string {
  const { code, message } = problem
  if (message) return message
  if (code === 'file_gone' || code === 'line_lost') return t(`problem.${code}`)
  return errorMessage(t, { code, values: { limit: maxUploadWords } })
}
