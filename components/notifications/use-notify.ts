'use client'

import { useCallback, useEffect, useRef } from 'react'
import { documentPaths } from '@/lib/documents/queries'
import { useI18n } from '../shell/i18n'
import { getNotificationPreference } from './notification-preference'
import { announceVisibility, isAnyTabVisible, waitForLeadership } from './tab-locks'
import type { EndedDocument } from './use-batch'

const namesShown = 3

/** Shows a notice of the system, once for all tabs, where the person wishes it and looks at none of them. */
export function useNotify(): (kind: 'failed' | 'over', ended: readonly EndedDocument[]) => void {
  const { t, format, locale } = useI18n()
  const isLeader = useRef(false)

  useEffect(() => {
    const stop = announceVisibility()
    const leave = waitForLeadership(() => {
      isLeader.current = true
    })
    return () => {
      isLeader.current = false
      leave()
      stop()
    }
  }, [])

  return useCallback(
    (kind, ended) => {
      const failed = ended.filter((one) => one.failed)
      const nameOf = ({ name, toReview }: EndedDocument) =>
        toReview > 0 ? `${name} · ${t('to_review.count', { number: format.number(toReview) })}` : name
      const named = kind === 'failed' ? failed : ended
      const show = async () => {
        if (!isLeader.current || getNotificationPreference() !== 'on' || (await isAnyTabVisible())) return
        const notice = new Notification(
          kind === 'failed'
            ? t('notices.failed', { count: failed.length })
            : t('notices.over', { done: ended.length - failed.length, failed: failed.length }),
          { body: namesOf({ ended: named, nameOf }), tag: `intray.${kind}`, lang: locale },
        )
        notice.onclick = () => open({ notice, ended: named })
      }
      // A browser may have no notices for pages after all (Android); the title tells as well.
      show().catch(() => undefined)
    },
    [t, format, locale],
  )
}

type Named = { ended: readonly EndedDocument[]; nameOf: (document: EndedDocument) => string }

function namesOf({ ended, nameOf }: Named): string {
  const shown = ended.slice(0, namesShown).map(nameOf)
  return ended.length > namesShown ? `${shown.join('\n')}\n…` : shown.join('\n')
}

function open({ notice, ended }: { notice: Notification; ended: readonly EndedDocument[] }): void {
  window.focus()
  notice.close()
  const [only, another] = ended
  if (only && !another) window.location.assign(documentPaths.page(only.id))
}
