'use client'

import { FileWarning } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Spinner } from '@/components/ui/spinner'

type OriginalProblemProps = { name: string; url: string; onRetry: () => void }

/** The original is there but could not be fetched or drawn. */
export function OriginalProblem({ name, url, onRetry }: OriginalProblemProps) {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={<FileWarning aria-hidden />}
      title={t('review.viewer.failed')}
      actions={
        <>
          <Button onClick={onRetry}>{t('common.retry')}</Button>
          <Button asChild variant="quiet">
            <a href={url} download={name}>
              {t('review.download.original')}
            </a>
          </Button>
        </>
      }
    >
      {t('review.viewer.failed_hint')}
    </EmptyState>
  )
}

/** Retention took the original away; what was read of it stays. */
export function OriginalGone() {
  const { t } = useI18n()
  return (
    <EmptyState icon={<FileWarning aria-hidden />} title={t('review.viewer.gone')}>
      {t('review.viewer.gone_hint')}
    </EmptyState>
  )
}

export function OriginalOpening() {
  const { t } = useI18n()
  return (
    <p
      role="status"
      className="absolute inset-0 flex items-center justify-center gap-2 text-ink-faint text-sm"
    >
      <Spinner />
      <span>{t('review.viewer.loading')}</span>
    </p>
  )
}
