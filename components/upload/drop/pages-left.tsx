import { useQuery } from '@tanstack/react-query'
import { useWords } from '@/components/shell/words'
import { classNames } from '@/components/ui/class-names'
import { remainingPagesQuery } from '@/lib/usage/queries'
import { useUploadRows } from '../queue/upload-context'

/** The pages the month has left, beside the pages of what is being dropped. */
export function PagesLeft() {
  const { t, format } = useWords()
  const { data } = useQuery(remainingPagesQuery)
  const { totals } = useUploadRows()
  if (!data || data.left === null) return null
  // The figure shown is the one of the banner and of usage; documents under way claim a part of it.
  const { left } = data
  const free = left - data.pending
  const isShort = free <= 0 || (totals.busy > 0 && totals.pages > free)
  return (
    <p
      className={classNames('figures ml-auto text-sm', isShort ? 'text-attention' : 'text-ink-soft')}
      title={t('upload.pages_left.title', { date: format.date(data.resetsAt), zone: data.timeZone })}
    >
      {t('upload.pages_left', { left })}
    </p>
  )
}
