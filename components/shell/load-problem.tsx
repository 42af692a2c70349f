'use client'

import { CloudOff } from 'lucide-react'
import { ReplyError } from '@/lib/fetch-json'
import { Button } from '../ui/controls/button'
import { EmptyState } from '../ui/empty-state'
import { useI18n } from './i18n'

type LoadProblemProps = { error: Error | null; onRetry: () => void }

/** What stands in place of what did not load: the server's own words, or that it cannot be reached. */
export function LoadProblem({ error, onRetry }: LoadProblemProps) {
  const { t } = useI18n()
  const reason = error instanceof ReplyError ? error.message : ''
  return (
    <EmptyState
      icon={<CloudOff aria-hidden />}
      title={t('problem.title')}
      actions={<Button onClick={onRetry}>{t('common.retry')}</Button>}
    >
      {reason || t('problem.offline')}
    </EmptyState>
  )
}
