'use client'

import {
  Ban,
  Check,
  CircleHelp,
  Clock,
  Layers,
  LoaderCircle,
  type LucideIcon,
  Send,
  TriangleAlert,
} from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import type { Tone } from '@/components/ui/badge'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import type { DocumentState, WaitingReason } from '@/lib/documents/model/status'

type StateBadgeProps = { state: DocumentState; reason?: WaitingReason | null; className?: string }

/** The state in a word and a sign; a waiting document says for what as a hint. */
export function StateBadge({ state, reason, className }: StateBadgeProps) {
  const { t } = useI18n()
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
      <span>{t(`state.${state}`)}</span>
    </Badge>
  )
}

type StateLook = { icon: LucideIcon; tone: Tone; isMoving: boolean }

/** How each state looks everywhere; the word comes from `state.<state>`, so that colour never stands alone. */
export const stateLooks: Record<DocumentState, StateLook> = {
  waiting: { icon: Clock, tone: 'neutral', isMoving: false },
  sending: { icon: Send, tone: 'working', isMoving: false },
  uncertain: { icon: CircleHelp, tone: 'attention', isMoving: false },
  enqueued: { icon: Layers, tone: 'working', isMoving: false },
  processing: { icon: LoaderCircle, tone: 'working', isMoving: true },
  done: { icon: Check, tone: 'good', isMoving: false },
  failed: { icon: TriangleAlert, tone: 'bad', isMoving: false },
  cancelled: { icon: Ban, tone: 'neutral', isMoving: false },
}
