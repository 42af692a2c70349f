'use client'

import { useEffect, useRef } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { Spinner } from '@/components/ui/spinner'

type LoadMoreProps = { isLoading: boolean; hasFailed: boolean; onLoad: () => void }

/** Loads the next rows when scrolled near, and has a button for those who do not scroll. After a failure only the button does. */
export function LoadMore({ isLoading, hasFailed, onLoad }: LoadMoreProps) {
  const { t } = useI18n()
  const sentinel = useRef<HTMLDivElement>(null)
  const latest = useRef(onLoad)
  latest.current = onLoad
  const isIdle = !isLoading && !hasFailed

  useEffect(() => {
    if (!isIdle || !sentinel.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    })
    observer.observe(sentinel.current)
    return () => observer.disconnect()
  }, [isIdle])

  return (
    <div ref={sentinel} className="flex print:hidden items-center justify-center gap-3 border-t p-3 text-sm">
      {hasFailed ? <span className="text-bad">{t('table.more_failed')}</span> : null}
      <Button size="small" variant={hasFailed ? 'secondary' : 'quiet'} disabled={isLoading} onClick={onLoad}>
        {isLoading ? <Spinner /> : null}
        <span>{t(isLoading ? 'table.loading_more' : hasFailed ? 'common.retry' : 'common.more')}</span>
      </Button>
    </div>
  )
}
