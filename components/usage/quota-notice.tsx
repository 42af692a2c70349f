'use client'

import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { remainingPagesQuery } from '@/lib/usage/queries'
import { pagesLeft, quotaLevel } from '@/lib/usage/quota'
import { useI18n } from '../shell/i18n'
import { Notice } from '../ui/notice'

type QuotaNoticeProps = {
  quota: number | null
  used: number
  resetsAt: string
  actions?: ReactNode
  className?: string
}

const tones = { near: 'attention', reached: 'bad' } as const

/** Warns from the thresholds of lib/usage/quota on; shows nothing below them. */
export function QuotaNotice({ quota, used, resetsAt, actions, className }: QuotaNoticeProps) {
  const { t, format } = useI18n()
  const level = quotaLevel({ used, quota })
  if (quota === null || level === 'none' || level === 'calm') return null
  const values = {
    percent: format.percent(Math.floor((used / quota) * 100) / 100),
    left: pagesLeft({ used, quota }),
    quota: format.number(quota),
    when: format.dateTime(resetsAt),
    zone: format.zone,
  }
  return (
    <Notice
      tone={tones[level]}
      icon={<TriangleAlert aria-hidden />}
      title={t(`usage.banner.${level}.title`, values)}
      {...(actions ? { actions } : {})}
      {...(className ? { className } : {})}
    >
      {t(`usage.banner.${level}.text`, values)}
    </Notice>
  )
}

/** The quota warning for those who send documents: nothing until the month's pages run short. */
export function QuotaBanner({ className }: { className?: string }) {
  const { data: remaining } = useQuery(remainingPagesQuery)
  // That the upstream has none left is said above every page.
  if (!remaining || remaining.spentUpstream) return null
  const { quota, used, resetsAt } = remaining
  return <QuotaNotice {...{ quota, used, resetsAt }} {...(className ? { className } : {})} />
}
