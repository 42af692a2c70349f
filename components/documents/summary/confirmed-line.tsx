import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import type { DocumentSummary } from '@/lib/documents/model/schema'

/** When the state was last confirmed and by what: a card never claims more than the server knows. */
export function ConfirmedLine({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const now = useNow()
  const { confirmedAt, confirmedBy } = document
  if (!confirmedAt || !confirmedBy) return null
  // The server's clock may be a little ahead of this one.
  const at = new Date(Math.min(Date.parse(confirmedAt), now.getTime()))
  return (
    <p
      className="truncate text-ink-faint text-xs"
      title={t(`updated.by.${confirmedBy}`, { time: format.exactTime(confirmedAt) })}
    >
      {t('updated.ago', { ago: format.ago(at, now) })}
    </p>
  )
}
