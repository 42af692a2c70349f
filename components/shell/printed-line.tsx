'use client'

import { useI18n } from './i18n'
import { useNow } from './use-now'

/** Of a printed page: what it shows and as of when. */
export function PrintedLine({ words = [] }: { words?: string[] }) {
  const { t, format } = useI18n()
  const now = useNow()
  const line = [...words, t('print.as_of', { time: format.dateTime(now.toISOString()) })].join(' · ')
  return (
    // The clock of whoever prints may be another than the server's.
    <p suppressHydrationWarning className="figures mt-1 hidden text-ink-soft text-xs print:block">
      {line}
    </p>
  )
}
