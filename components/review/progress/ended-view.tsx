'use client'

import { Ban, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { EmptyState } from '@/components/ui/empty-state'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { isErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'

type EndedViewProps = { document: DocumentDetail; actions: ReactNode }

/** A document that ended without values: why, and what to do about it. */
export function EndedView({ document: { state, error }, actions }: EndedViewProps) {
  const { t } = useI18n()
  if (state === 'cancelled') {
    return (
      <EmptyState icon={<Ban aria-hidden />} title={t('review.cancelled.title')} actions={actions}>
        {t('review.cancelled.text')}
      </EmptyState>
    )
  }
  const code = error && isErrorCode(error.code) ? error.code : 'upstream.failed'
  return (
    <EmptyState
      icon={<TriangleAlert aria-hidden className="text-bad" />}
      title={t('review.failed.title')}
      actions={actions}
    >
      {errorMessage(t, { code })}
      {error?.detail ? (
        <span className="mt-2 block text-ink-faint">
          {t('review.failed.detail', { detail: error.detail })}
        </span>
      ) : null}
    </EmptyState>
  )
}
