'use client'

import { CircleAlert } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function DeskError({ reset }: { reset: () => void }) {
  const { t } = useI18n()
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
