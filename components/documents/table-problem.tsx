'use client'

import { CloudOff } from 'lucide-react'
import { useWords } from '../shell/words'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

export function TableProblem({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords()
  return (
    <EmptyState
      icon={<CloudOff aria-hidden />}
      title={t('problem.title')}
      actions={<Button onClick={onRetry}>{t('common.retry')}</Button>}
    >
      {t('problem.offline')}
    </EmptyState>
  )
}
