'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type Month, monthKey } from '@/base/calendar'
import type { UsageMonth } from '@/lib/usage/schema'

/** The month whose lines are open. It stands in the address; without one it is the latest. */
export function useMonthChoice(months: UsageMonth[]) {
  const router = useRouter()
  const pathname = usePathname()
  const wanted = useSearchParams().get('month')
  const chosen = months.find((month) => monthKey(month) === wanted) ?? months.at(-1)
  if (!chosen) throw new Error('an overview has at least one month')
  const choose = (month: Month) => router.replace(`${pathname}?month=${monthKey(month)}`, { scroll: false })
  return { chosen, choose }
}
