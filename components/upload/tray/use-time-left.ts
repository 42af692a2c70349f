import { useEffect, useState } from 'react'
import type { UploadTotals } from '../queue/upload-totals'
import { addSample, estimateMsLeft, type WorkSample, workOf } from './time-left'

/** Milliseconds until all is sent, by the pace of the last seconds; null while it cannot be told. */
export function useTimeLeft({ totals }: { totals: UploadTotals }): number | null {
  const { received, busy, sentBytes, totalBytes, sending, interrupted } = totals
  const [samples, setSamples] = useState<WorkSample[]>([])
  const done = workOf({ files: received, bytes: sentBytes })
  useEffect(() => {
    setSamples((before) => addSample(before, { atMs: Date.now(), done }))
  }, [done])
  if (sending === 0 || interrupted > 0) return null
  return estimateMsLeft({ samples, total: workOf({ files: received + busy, bytes: totalBytes }) })
}
