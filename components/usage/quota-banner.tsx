'use client'

import { useQuery } from '@tanstack/react-query'
import { remainingPagesQuery } from '@/lib/usage/queries'
import { QuotaNotice } from './quota-notice'

/** The quota warning for those who send documents: nothing until the month's pages run short. */
export function QuotaBanner({ className }: { className?: string }) {
  const { data: remaining } = useQuery(remainingPagesQuery)
  if (!remaining) return null
  const { quota, used, resetsAt, timeZone } = remaining
  return <QuotaNotice {...{ quota, used, resetsAt, timeZone }} {...(className ? { className } : {})} />
}
