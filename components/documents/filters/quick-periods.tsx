'use client'

import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import type { FilterChange, ListFilter } from '@/lib/documents/model/list-filter'
import { type Period, periodDays } from './periods'

type QuickPeriodsProps = { filter: ListFilter; onChange: (changes: FilterChange) => void }

const choices = [
  { period: 'last_week', label: 'table.filter.last_week', from: 'issuedFrom', to: 'issuedTo' },
  { period: 'last_month', label: 'table.filter.last_month', from: 'issuedFrom', to: 'issuedTo' },
  { period: 'this_week', label: 'table.quick.due', from: 'dueFrom', to: 'dueTo' },
] as const satisfies { period: Period; label: string; from: keyof ListFilter; to: keyof ListFilter }[]

/** The periods people ask for most, one press each; pressed again they are taken back. */
export function QuickPeriods({ filter, onChange }: QuickPeriodsProps) {
  const { t, format } = useI18n()
  return (
    <fieldset className="col-span-2 flex flex-wrap gap-1.5" aria-label={t('table.quick')}>
      {choices.map(({ period, label, from, to }) => {
        const days = periodDays({ period, now: new Date(), timeZone: format.timeZone })
        const isOn = filter[from] === days.from && filter[to] === days.to
        return (
          <Button
            key={period}
            size="small"
            aria-pressed={isOn}
            title={t('table.filter.range', { from: format.day(days.from), to: format.day(days.to) })}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            onClick={() =>
              onChange(isOn ? { [from]: undefined, [to]: undefined } : { [from]: days.from, [to]: days.to })
            }
          >
            {t(label)}
          </Button>
        )
      })}
    </fieldset>
  )
}
