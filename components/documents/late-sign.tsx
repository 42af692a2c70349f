'use client'

import { Hourglass } from 'lucide-react'
import type { DocumentSummary } from '@/lib/documents/schema'
import { useWords } from '../shell/words'
import { usePace } from './use-pace'

/** A sign beside the state of a document that takes longer than usual. */
export function LateSign({ document }: { document: DocumentSummary }) {
  const { t } = useWords()
  if (usePace(document).lateness === null) return null
  return (
    <span title={t('card.overdue')} className="relative z-10 text-attention">
      <Hourglass aria-hidden className="size-4" />
      <span className="sr-only">{t('card.overdue')}</span>
    </span>
  )
}
