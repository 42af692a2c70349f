import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { Progress } from '@/components/ui/progress'
import { documentPaths } from '@/lib/documents/queries'
import { maxUploadWords } from '@/lib/files/upload-policy'
import { errorMessage } from '@/lib/i18n/error-message'
import type { Translate } from '@/lib/i18n/translate-messages'
import { accountPaths } from '@/lib/people/account-paths'
import type { UploadItem, UploadProblem } from '../transfer/upload-item'

/** The state in words; progress while bytes go up; the reason where something stands in the way. */
export function RowStatus({ item }: { item: UploadItem }) {
  const { t, format } = useI18n()
  const { phase, name, bytes } = item
  if (phase.kind === 'sending' && phase.isInterrupted)
    return <p className="text-attention text-sm">{t('uploads.interrupted')}</p>
  if (phase.kind === 'sending') {
    const ratio = bytes === 0 ? 0 : phase.sentBytes / bytes
    const words = ratio === 1 ? t('row.settling') : t('row.sending')
    return (
      <>
        <div className="flex items-center gap-3 text-ink-soft text-sm">
          <Progress
            value={ratio}
            label={t('row.progress', { name })}
            valueText={`${words} ${format.percent(ratio)}`}
            className="max-w-64"
          />
          <span className="figures whitespace-nowrap">{ratio === 1 ? words : format.percent(ratio)}</span>
        </div>
        {phase.isRestarted ? <p className="text-attention text-sm">{t('row.restarted')}</p> : null}
      </>
    )
  }
  if (phase.kind === 'failed' || phase.kind === 'refused')
    return (
      <p className="text-ink-soft text-sm">
        <span className="font-medium text-bad">{`${t(`row.${phase.kind}`)}.`}</span>{' '}
        <span>{problemText({ t, problem: phase.problem })}</span>{' '}
        {phase.problem.code === 'auth.required' ? (
          // In a tab of its own: the files chosen here are not lost by it.
          <a href={accountPaths.login} target="_blank" rel="noreferrer" className="text-accent underline">
            {t('login.submit')}
          </a>
        ) : null}
      </p>
    )
  if (phase.kind === 'duplicate')
    return (
      <p className="text-ink-soft text-sm">
        <span className="font-medium text-attention">{`${t('row.duplicate')}.`}</span>{' '}
        <span>{t(phase.documentId ? 'row.duplicate.shown' : 'row.duplicate.hidden')}</span>{' '}
        {phase.documentId ? (
          <Link href={documentPaths.page(phase.documentId)} className="text-accent underline">
            {t('row.duplicate.open')}
          </Link>
        ) : null}
      </p>
    )
  if (phase.kind === 'unfinished')
    return (
      <p className="text-ink-soft text-sm">
        <span className="font-medium text-attention">{`${t('row.unfinished')}.`}</span>{' '}
        <span>
          {phase.upload
            ? t('row.unfinished.hint', { sent: format.bytes(phase.sentBytes), total: format.bytes(bytes) })
            : t('row.unfinished.none')}
        </span>
      </p>
    )
  if (phase.kind === 'received') return null
  return <p className="text-ink-faint text-sm">{t(`row.${phase.kind}`)}</p>
}

/** What happened, whether pages were counted and what to do: the server's words, else our own. */
function problemText({ t, problem }: { t: Translate; problem: UploadProblem }): string {
  const { code, message } = problem
  if (message) return message
  if (code === 'file_gone' || code === 'line_lost') return t(`problem.${code}`)
  return errorMessage(t, { code, values: { limit: maxUploadWords } })
}
