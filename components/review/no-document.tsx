'use client'

import { FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { useWords } from '../shell/words'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

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
