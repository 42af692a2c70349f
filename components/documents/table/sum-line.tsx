'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useI18n } from '@/components/shell/i18n'
import type { ListFilter } from '@/lib/documents/model/list-filter'
import { documentSumsQuery } from '@/lib/documents/queries'

/** How many documents the filter matches and what they come to, each currency for itself. */
export function SumLine({ filter }: { filter: ListFilter }) {
  const { t, format } = useI18n()
  const { data } = useQuery({ ...documentSumsQuery(filter), placeholderData: keepPreviousData })
  if (!data || data.documents === 0) return null
  return (
    <dl className="figures mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 px-1 text-sm">
      <div className="text-ink-soft">
        <dt className="sr-only">{t('table.title')}</dt>
        <dd>{t('table.sum.documents', { count: data.documents, number: format.number(data.documents) })}</dd>
      </div>
      {data.sums.map(({ currency, total, documents }) => (
        <div
          key={currency ?? ''}
          className="flex items-baseline gap-1.5"
          title={t('table.sum.of', { count: documents, number: format.number(documents) })}
        >
          <dt className={currency ? 'sr-only' : 'text-ink-faint text-xs'}>
            {currency ?? t('table.sum.no_currency')}
          </dt>
          <dd className="font-medium">{format.money({ amount: total, currency })}</dd>
        </div>
      ))}
    </dl>
  )
}
