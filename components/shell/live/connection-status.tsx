'use client'

import { classNames } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { useI18n } from '../i18n'
import { useConnection } from './live-connection'

const dots = {
  live: 'bg-good',
  connecting: 'bg-control animate-breathe',
  silent: 'bg-attention',
  signed_out: 'bg-attention',
}

/** Says whether what is on screen is still being confirmed. */
export function ConnectionStatus() {
  const { t, format } = useI18n()
  const connection = useConnection()
  const lastEvent = connection.lastEventAt ? format.time(connection.lastEventAt) : ''
  return (
    <p
      role="status"
      className="flex items-center gap-2 whitespace-nowrap px-3 text-ink-faint text-xs"
      title={connection.status === 'live' ? `${t('line.live_hint')} ${lastEvent}` : undefined}
    >
      <span aria-hidden className={classNames('size-2 shrink-0 rounded-full', dots[connection.status])} />
      <span>{t(`line.${connection.status}`)}</span>
    </p>
  )
}

/** Stands above the page while the line is silent. */
export function ConnectionLostNotice() {
  const { t, format } = useI18n()
  const connection = useConnection()
  if (connection.status !== 'silent') return null
  const time = connection.lastEventAt ? format.time(connection.lastEventAt) : '–'
  return (
    <Notice tone="attention" title={t('line.silent')} className="mb-4">
      {t('line.silent_notice', { time })}
    </Notice>
  )
}
