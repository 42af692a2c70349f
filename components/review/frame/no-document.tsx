'use client'

import { FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { useWords } from '@/components/shell/words'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'

/** `wasHere`: it was on this screen a moment ago, so it has just been deleted. */
export function NoDocument({ wasHere = false }: { wasHere?: boolean }) {
  const { t } = useWords()
  return (
    <EmptyState
      icon={<FileQuestion aria-hidden />}
      title={t(wasHere ? 'review.gone' : 'review.not_found')}
      actions={
        <Button asChild>
          <Link href="/documents">{t('review.back')}</Link>
        </Button>
      }
    >
      {t(wasHere ? 'review.gone_hint' : 'review.not_found_hint')}
    </EmptyState>
  )
}
