'use client'

import { useWords } from '@/components/shell/words'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import type { DocumentState, WaitingReason } from '@/lib/documents/status'
import { stateLooks } from './state-look'

type StateBadgeProps = { state: DocumentState; reason?: WaitingReason | null; className?: string }

/** The state in a word and a sign; a waiting document says for what as a hint. */
export function StateBadge({ state, reason, className }: StateBadgeProps) {
  const { t } = useWords()
  const look = stateLooks[state]
  return (
    <Badge
      tone={look.tone}
      {...(className ? { className } : {})}
      {...(state === 'waiting' && reason ? { title: t(`reason.${reason}`) } : {})}
    >
      <look.icon
        aria-hidden
        className={classNames(look.isMoving && 'animate-spin [animation-duration:2s]')}
      />
      {t(`state.${state}`)}
    </Badge>
  )
}
