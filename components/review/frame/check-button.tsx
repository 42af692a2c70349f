'use client'

import { BadgeCheck, CircleCheckBig, Undo2 } from 'lucide-react'
import { useWords } from '@/components/shell/words'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import type { DocumentDetail } from '@/lib/documents/schema'
import { useCheck } from './use-check'

/** A person's word that the values are in order, and whose word it was. */
export function CheckButton({ document, onNext }: { document: DocumentDetail; onNext: () => void }) {
  const { t, format } = useWords()
  const { canCheck, isBusy, mark } = useCheck({ document, onNext })
  if (!canCheck) return null
  if (!document.checkedAt) {
    return (
      <Button
        size="small"
        variant="primary"
        disabled={isBusy}
        title={t('review.check.hint')}
        onClick={() => mark(true)}
      >
        <CircleCheckBig aria-hidden />
        {t('review.check.mark')}
      </Button>
    )
  }
  return (
    <span className="inline-flex items-center gap-1.5 text-good text-sm">
      <BadgeCheck aria-hidden className="size-4" />
      <span title={format.exactTime(document.checkedAt)}>
        {t('review.check.done', {
          name: document.checkedBy ?? '',
          time: format.dateTime(document.checkedAt),
        })}
      </span>
      <IconButton label={t('review.check.undo')} disabled={isBusy} onClick={() => mark(false)}>
        <Undo2 aria-hidden />
      </IconButton>
    </span>
  )
}
