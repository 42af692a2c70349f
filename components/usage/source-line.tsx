'use client'

import { CircleCheck, Clock, Notebook } from 'lucide-react'
import type { FigureSource } from '@/lib/usage/schema'
import { useWords } from '../shell/words'

const icons = { upstream: CircleCheck, remembered: Clock, ledger: Notebook }

/** Who counted, and when that was true. */
export function SourceLine({ source, asOf }: { source: FigureSource; asOf: string }) {
  const { t, format } = useWords()
  const Icon = icons[source]
  return (
    <section>
      <h3 className="text-ink-faint text-xs">{t('usage.source.title')}</h3>
      <p className="figures mt-1 flex items-start gap-2" title={format.exactTime(asOf)}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
        {t(`usage.source.${source}`, { time: format.time(asOf) })}
      </p>
    </section>
  )
}
