import { useEffect, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { useUploadRows } from '../queue/upload-context'
import { countTrouble } from '../queue/upload-totals'

const steps = 4

/** Tells screen readers how the uploads go: at the start, at each quarter and at the end, not at each percent. */
export function UploadAnnouncer() {
  const { t, format } = useI18n()
  const { totals } = useUploadRows()
  const [words, setWords] = useState('')
  const before = useRef({ isBusy: false, quarter: 0 })
  const isBusy = totals.queued + totals.sending > 0
  const quarter = Math.floor(totals.ratio * steps)

  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks only when a step is reached, whatever else changes
  useEffect(() => {
    const was = before.current
    before.current = { isBusy, quarter }
    if (isBusy && !was.isBusy) setWords(t('uploads.said.started', { count: totals.busy }))
    else if (!isBusy && was.isBusy)
      setWords(t('uploads.said.finished', { received: totals.received, trouble: countTrouble(totals) }))
    else if (isBusy && quarter > was.quarter)
      setWords(t('uploads.said.step', { percent: format.percent(quarter / steps) }))
  }, [isBusy, quarter])

  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  )
}
