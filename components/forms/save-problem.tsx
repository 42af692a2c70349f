'use client'

import { useI18n } from '../shell/i18n'
import { Notice } from '../ui/notice'

/** Why a change was not saved; nothing without a problem. */
export function SaveProblem({ problem, className }: { problem: string | undefined; className?: string }) {
  const { t } = useI18n()
  if (!problem) return null
  return (
    <Notice tone="bad" urgent title={t('settings.failed')} {...(className ? { className } : {})}>
      {problem}
    </Notice>
  )
}
