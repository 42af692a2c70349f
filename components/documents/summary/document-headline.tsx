'use client'

import { useI18n } from '@/components/shell/i18n'
import type { Headline } from '@/lib/documents/model/headline'

/** Whose document it is, its number and its total, where it was read; nothing before. */
export function DocumentHeadline({ headline }: { headline: Headline | null }) {
  const { format } = useI18n()
  if (!headline) return null
  const { from, number, total, currency } = headline
  const amount = total === null ? null : format.money({ amount: total, currency })
  const words = [from, number, amount].filter(Boolean).join(' · ')
  return (
    <p className="figures truncate text-ink-soft text-xs" title={words}>
      {words}
    </p>
  )
}
