'use client'

import {
  Ban,
  Check,
  CircleHelp,
  Clock,
  FileSearch,
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
import type { DocumentSummary } from '@/lib/documents/model/schema'
import type { DocumentState, WaitingReason } from '@/lib/documents/model/status'

type StateBadgeProps = {
  state: DocumentState
  reason?: WaitingReason | null
  nothingFound?: boolean
  className?: string
}

/** The state in a word and a sign; a waiting document says for what as a hint. Done with nothing found is not in order. */
export function StateBadge({ state, reason, nothingFound = false, className }: StateBadgeProps) {
  const { t } = useI18n()
  const isEmpty = isDoneInVain({ state, nothingFound })
  const look = isEmpty ? emptyLook : stateLooks[state]
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
      <span>{t(isEmpty ? 'nothing_found' : `state.${state}`)}</span>
    </Badge>
  )
}

function isDoneInVain({ state, nothingFound }: Pick<DocumentSummary, 'state' | 'nothingFound'>): boolean {
  return state === 'done' && nothingFound
}

/** The colour of the state, beside its word; of a result that a person should look at, that of attention. */
export function toneOf(document: Pick<DocumentSummary, 'state' | 'nothingFound' | 'toReview'>): Tone {
  const { state, toReview } = document
  return isDoneInVain(document) || (state === 'done' && toReview > 0) ? 'attention' : stateLooks[state].tone
}

const emptyLook: StateLook = { icon: FileSearch, tone: 'attention', isMoving: false }

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
