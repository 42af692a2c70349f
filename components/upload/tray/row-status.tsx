import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { Progress } from '@/components/ui/progress'
import { documentPaths } from '@/lib/documents/queries'
import { accountPaths } from '@/lib/people/account-paths'
import type { UploadItem } from '../transfer/upload-item'

/** The state in words; progress while bytes go up; where the way out lies where something stands in the way. */
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
  // The title above the row says what is the matter.
  if (phase.kind === 'failed' || phase.kind === 'refused')
    return phase.problem.code === 'auth.required' ? (
      // In a tab of its own: the files chosen here are not lost by it.
      <a href={accountPaths.login} target="_blank" rel="noreferrer" className="text-accent text-sm underline">
        {t('login.submit')}
      </a>
    ) : null
  if (phase.kind === 'duplicate')
    return phase.documentId ? (
      <Link href={documentPaths.page(phase.documentId)} className="text-accent text-sm underline">
        {t('row.duplicate.open')}
      </Link>
    ) : null
  if (phase.kind === 'unfinished') {
    const sent = { sent: format.bytes(phase.sentBytes), total: format.bytes(bytes) }
    return phase.sentBytes > 0 ? (
      <p className="figures text-ink-soft text-sm">{t('row.unfinished.sent', sent)}</p>
    ) : null
  }
  if (phase.kind === 'received' || phase.kind === 'cancelled') return null
  return <p className="text-ink-faint text-sm">{t(`row.${phase.kind}`)}</p>
}
