'use client'

import { CircleAlert } from 'lucide-react'
import { useWords } from '@/components/shell/words'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function DeskError({ reset }: { reset: () => void }) {
  const { t } = useWords()
  return (
    <EmptyState
      icon={<CircleAlert aria-hidden />}
      title={t('problem.title')}
      actions={
        <Button variant="primary" onClick={reset}>
          {t('common.retry')}
        </Button>
      }
    >
      {t('error.internal')}
    </EmptyState>
  )
}
