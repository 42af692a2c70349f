'use client'

import type { DocumentState, WaitingReason } from '@/lib/documents/status'
import { useWords } from '../shell/words'
import { Badge } from '../ui/badge'
import { classNames } from '../ui/class-names'
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
