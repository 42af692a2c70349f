'use client'

import type { UsageMonth, UsageOverview } from '@/lib/usage/schema'
import { useI18n } from '../shell/i18n'

type MonthForecastProps = {
  current: UsageOverview['current']
  /** The month before, to measure the pace by. */
  previous: UsageMonth | undefined
  quota: number | null
}

/** Where the month is heading, in words, with how it was reckoned. */
export function MonthForecast({ current, previous, quota }: MonthForecastProps) {
  const { t, format } = useI18n()
  const { projection, pages, resetsAt } = current
  const lastDay = new Date(new Date(resetsAt).getTime() - 1)
  return (
    <section>
      <h3 className="text-ink-faint text-xs">{t('usage.pace.title')}</h3>
      {projection ? (
        <>
          <p className="figures mt-1">
            <span>
              {t('usage.pace.line', {
                pages: format.number(projection.pages),
                count: projection.pages,
                day: format.dayOfYear(lastDay),
              })}
            </span>{' '}
            {projection.exhaustsAt ? (
              <strong className="font-medium text-attention">
                {t('usage.pace.runs_out', { day: format.dayOfYear(projection.exhaustsAt) })}
              </strong>
            ) : quota !== null && pages < quota ? (
              <span>{t('usage.pace.lasts')}</span>
            ) : null}
          </p>
          <p className="text-ink-soft">{t('usage.pace.how')}</p>
        </>
      ) : (
        <p className="mt-1 text-ink-soft">{t(pages === 0 ? 'usage.pace.unused' : 'usage.pace.too_early')}</p>
      )}
      {previous ? (
        <p className="figures text-ink-soft">
          {t('usage.pace.previous', { month: format.month(previous), pages: previous.pages })}
        </p>
      ) : null}
    </section>
  )
}
