'use client'

import { useCallback, useEffect, useRef } from 'react'
import { documentPaths } from '@/lib/documents/queries'
import { useWords } from '../shell/words'
import { readNoticeWish } from './notification-preference'
import { isAnyTabLookedAt, tellWhenLookedAt, waitForTurn } from './tab-locks'
import type { Ended } from './use-batch'

const namesShown = 3

/** Shows a notice of the system, once for all tabs, where the person wishes it and looks at none of them. */
export function useTell(): (kind: 'failed' | 'over', ended: readonly Ended[]) => void {
  const { t, locale } = useWords()
  const isSpeaker = useRef(false)

  useEffect(() => {
    const stop = tellWhenLookedAt()
    const leave = waitForTurn(() => {
      isSpeaker.current = true
    })
    return () => {
      isSpeaker.current = false
      leave()
      stop()
    }
  }, [])

  return useCallback(
    (kind, ended) => {
      const failed = ended.filter((one) => one.failed)
      const named = kind === 'failed' ? failed : ended
      const show = async () => {
        if (!isSpeaker.current || readNoticeWish() !== 'on' || (await isAnyTabLookedAt())) return
        const notice = new Notification(
          kind === 'failed'
            ? t('notices.failed', { count: failed.length })
            : t('notices.over', { done: ended.length - failed.length, failed: failed.length }),
          { body: namesOf(named), tag: `intray.${kind}`, lang: locale },
        )
        notice.onclick = () => open({ notice, ended: named })
      }
      // A browser may have no notices for pages after all (Android); the title tells as well.
      show().catch(() => undefined)
    },
    [t, locale],
  )
}

function namesOf(ended: readonly Ended[]): string {
  const shown = ended.slice(0, namesShown).map(({ name }) => name)
  return ended.length > namesShown ? `${shown.join('\n')}\n…` : shown.join('\n')
}

function open({ notice, ended }: { notice: Notification; ended: readonly Ended[] }): void {
  window.focus()
  notice.close()
  const [only, another] = ended
  if (only && !another) window.location.assign(documentPaths.page(only.id))
}
