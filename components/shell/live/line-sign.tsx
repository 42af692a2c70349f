'use client'

import { classNames } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { useWords } from '../words'
import { useLine } from './live-line'

const dots = { live: 'bg-good', connecting: 'bg-control animate-breathe', silent: 'bg-attention' }

/** Says whether what is on screen is still being confirmed. */
export function LineSign() {
  const { t, format } = useWords()
  const line = useLine()
  const heard = line.lastHeardAt ? format.time(line.lastHeardAt) : ''
  return (
    <p
      role="status"
      className="flex items-center gap-2 whitespace-nowrap px-3 text-ink-faint text-xs"
      title={line.status === 'live' ? `${t('line.live_hint')} ${heard}` : undefined}
    >
      <span aria-hidden className={classNames('size-2 shrink-0 rounded-full', dots[line.status])} />
      {t(`line.${line.status}`)}
    </p>
  )
}

/** Stands above the page while the line is silent. */
export function SilentLineNotice() {
  const { t, format } = useWords()
  const line = useLine()
  if (line.status !== 'silent') return null
  const time = line.lastHeardAt ? format.time(line.lastHeardAt) : '–'
  return (
    <Notice tone="attention" title={t('line.silent')} className="mb-4">
      {t('line.silent_notice', { time })}
    </Notice>
  )
}
