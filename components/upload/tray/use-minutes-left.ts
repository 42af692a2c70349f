import { useEffect, useState } from 'react'
import { useNow } from '@/components/shell/use-now'
import type { UploadTotals } from '../queue/upload-totals'
import {
  addSample,
  estimateMsLeft,
  holdMinutes,
  type MinutesLeft,
  notShown,
  roundMinutesLeft,
  type WorkSample,
  workOf,
} from './time-left'

type Pace = { samples: WorkSample[]; left: MinutesLeft }

/** Rounded minutes until all is sent, by the pace of the last seconds; null while it cannot be told. */
export function useMinutesLeft(totals: UploadTotals): number | null {
  const now = useNow()
  const { received, busy, sentBytes, totalBytes, sending, interrupted } = totals
  const [pace, setPace] = useState<Pace>({ samples: [], left: notShown })
  const done = workOf({ files: received, bytes: sentBytes })
  const total = workOf({ files: received + busy, bytes: totalBytes })
  const isMoving = sending > 0 && interrupted === 0
  useEffect(() => {
    const atMs = now.getTime()
    setPace((before) => {
      const samples = addSample(before.samples, { atMs, done })
      const ms = isMoving ? estimateMsLeft({ samples, total }) : null
      const minutes = ms === null ? null : roundMinutesLeft(ms)
      return { samples, left: holdMinutes(before.left, { minutes, atMs }) }
    })
  }, [now, done, total, isMoving])
  return isMoving ? pace.left.shown : null
}
