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
import type { Tone } from '@/components/ui/badge'
import type { DocumentState } from '@/lib/documents/status'

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
