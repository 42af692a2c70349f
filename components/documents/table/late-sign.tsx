'use client'

import { Hourglass } from 'lucide-react'
import { useWords } from '@/components/shell/words'
import type { DocumentSummary } from '@/lib/documents/schema'
import { usePace } from '../summary/use-lateness'

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
