'use client'

import { CircleX, TriangleAlert } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Notice } from '@/components/ui/notice'
import type { DocumentDetail } from '@/lib/documents/model/schema'

type Validation = NonNullable<DocumentDetail['validation']>

/** What the service itself found wrong with the values. */
export function ValidationNotice({ validation: { errors, warnings } }: { validation: Validation }) {
  const { t, format } = useI18n()
  if (errors.count === 0 && warnings.count === 0) return null
  return (
    <div className="flex flex-col gap-2 px-4 pt-4 sm:px-5">
      {errors.count > 0 ? (
        <Notice
          tone="bad"
          icon={<CircleX aria-hidden className="text-bad" />}
          title={t('review.validation.errors', { number: format.number(errors.count) })}
        >
          <Messages list={errors} />
        </Notice>
      ) : null}
      {warnings.count > 0 ? (
        <Notice
          tone="attention"
          icon={<TriangleAlert aria-hidden className="text-attention" />}
          title={t('review.validation.warnings', { number: format.number(warnings.count) })}
        >
          <Messages list={warnings} />
        </Notice>
      ) : null}
    </div>
  )
}

function Messages({ list: { count, messages } }: { list: Validation['errors'] }) {
  const { t } = useI18n()
  return (
    <ul>
      {[...new Set(messages)].map((message) => (
        <li key={message}>{message}</li>
      ))}
      {count > messages.length && messages.length > 0 ? (
        <li>{t('review.validation.more', { count: count - messages.length })}</li>
      ) : null}
    </ul>
  )
}
