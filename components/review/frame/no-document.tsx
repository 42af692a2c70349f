'use client'

import { FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'

/** `wasHere`: it was on this screen a moment ago, so it has just been deleted. */
export function NoDocument({ isDeleted = false }: { isDeleted?: boolean }) {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={<FileQuestion aria-hidden />}
      title={t(isDeleted ? 'review.gone' : 'review.not_found')}
      actions={
        <Button asChild>
          <Link href="/documents">{t('review.back')}</Link>
        </Button>
      }
    >
      {t(isDeleted ? 'review.gone_hint' : 'review.not_found_hint')}
    </EmptyState>
  )
}
