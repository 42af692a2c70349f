'use client'

import { CircleCheck, Clock, Notebook } from 'lucide-react'
import Link from 'next/link'
import type { FigureSource, UsageOverview } from '@/lib/usage/schema'
import { useI18n } from '../shell/i18n'
import { classNames } from '../ui/class-names'
import { Panel } from '../ui/panel'
import { MonthForecast } from './month-forecast'
import { QuotaBar } from './quota-bar'

type CurrentMonthProps = { overview: UsageOverview; canSetQuota: boolean }

/** What the month has cost, what is left of it, where it is heading and when it ends. */
export function CurrentMonth({ overview, canSetQuota }: CurrentMonthProps) {
  const { t, format } = useI18n()
  const { quota, current } = overview
  const over = quota === null ? 0 : Math.max(0, current.pages - quota)
  const pages = (count: number) => t('usage.pages', { pages: count })
  return (
    <Panel aria-labelledby="current-month" className="px-5 py-5 sm:px-7 sm:py-6">
      <h2 id="current-month" className="text-base first-letter:uppercase">
        {format.month(current)}
      </h2>
      <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-5 sm:flex sm:gap-14">
        <Figure label={t('usage.used')} value={format.number(current.pages)} unit={pages(current.pages)} />
        {quota === null ? null : (
          <Figure label={t('usage.included')} value={format.number(quota)} unit={pages(quota)} />
        )}
        {current.left === null ? null : (
          <Figure
            label={t('usage.left')}
            value={format.number(current.left)}
            unit={over > 0 ? t('usage.over_quota', { pages: over }) : pages(current.left)}
          />
        )}
        <Figure
          label={t('usage.operations')}
          value={format.number(current.operations)}
          unit={t('usage.operations_hint')}
          isQuiet
        />
      </dl>
      {quota === null ? (
        <p className="mt-5 text-ink-soft text-sm">
          <span>{t('usage.no_quota')}</span>{' '}
          {canSetQuota ? (
            <Link href="/settings#quota" className="font-medium text-accent underline underline-offset-2">
              {t('usage.set_quota')}
            </Link>
          ) : null}
        </p>
      ) : (
        <QuotaBar used={current.pages} quota={quota} />
      )}
      <div className="mt-6 grid gap-x-10 gap-y-4 border-t pt-5 text-sm md:grid-cols-3">
        <MonthForecast current={current} previous={overview.months.at(-2)} quota={quota} />
        <section>
          <h3 className="text-ink-faint text-xs">{t('usage.reset.title')}</h3>
          <p className="figures mt-1">
            {t('time.zoned', { time: format.dateTime(current.resetsAt), zone: format.zone })}
          </p>
          <p className="figures text-ink-soft">{t('usage.reset.days', { days: current.daysLeft })}</p>
        </section>
        <SourceLine source={current.source} asOf={current.asOf} />
      </div>
    </Panel>
  )
}

type FigureProps = { label: string; value: string; unit: string; isQuiet?: boolean }

/** One large figure inside a definition list. */
function Figure({ label, value, unit, isQuiet = false }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd className="mt-1">
        <span
          className={classNames(
            'figures block font-semibold text-4xl leading-none tracking-[-0.03em] sm:text-5xl',
            isQuiet && 'text-ink-soft',
          )}
        >
          {value}
        </span>
        <span className="mt-2 block max-w-44 text-ink-faint text-xs">{unit}</span>
      </dd>
    </div>
  )
}

const icons = { upstream: CircleCheck, remembered: Clock, ledger: Notebook }

/** Who counted, and when that was true. */
function SourceLine({ source, asOf }: { source: FigureSource; asOf: string }) {
  const { t, format } = useI18n()
  const Icon = icons[source]
  return (
    <section>
      <h3 className="text-ink-faint text-xs">{t('usage.source.title')}</h3>
      <p className="figures mt-1 flex items-start gap-2" title={format.exactTime(asOf)}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
        <span>{t(`usage.source.${source}`, { time: format.dateTime(asOf) })}</span>
      </p>
    </section>
  )
}
