import { useEffect, useState } from 'react'
import { addSample, type ByteSample, estimateMsLeft } from './time-left'
import type { UploadTotals } from './upload-totals'

/** Milliseconds until all is sent, by the pace of the last seconds; null while it cannot be told. */
export function useTimeLeft({ totals }: { totals: UploadTotals }): number | null {
  const { sentBytes, totalBytes } = totals
  const [samples, setSamples] = useState<ByteSample[]>([])
  useEffect(() => {
    setSamples((before) => addSample(before, { atMs: Date.now(), sentBytes }))
  }, [sentBytes])
  return totals.sending === 0 || totals.interrupted > 0 ? null : estimateMsLeft({ samples, totalBytes })
}
