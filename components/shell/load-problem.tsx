'use client'

import { CloudOff } from 'lucide-react'
import { Button } from '../ui/controls/button'
import { EmptyState } from '../ui/empty-state'
import { failureText } from './failure-text'
import { useI18n } from './i18n'

type LoadProblemProps = { error: Error | null; onRetry: () => void }

/** What stands in place of what did not load: the server's own words, or that it cannot be reached. */
export function LoadProblem({ error, onRetry }: LoadProblemProps) {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={<CloudOff aria-hidden />}
      title={t('problem.title')}
      actions={<Button onClick={onRetry}>{t('common.retry')}</Button>}
    >
      {failureText({ t, error })}
    </EmptyState>
  )
}
