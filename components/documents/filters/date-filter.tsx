'use client'

import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { type I18n, useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { Field } from '@/components/ui/controls/field'
import { controlStyles, Input } from '@/components/ui/controls/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/controls/popover'
import { Segmented } from '@/components/ui/controls/segmented'
import type { FilterChange, ListFilter } from '@/lib/documents/model/list-filter'
import { periodDays, periods } from './periods'

type DateFilterProps = { filter: ListFilter; onChange: (changes: FilterChange) => void }

/** Which of a document's days a list is narrowed by; the first is offered first. */
const kinds = ['issued', 'due', 'received'] as const
type DayKind = (typeof kinds)[number]

const ends = {
  issued: { from: 'issuedFrom', to: 'issuedTo' },
  due: { from: 'dueFrom', to: 'dueTo' },
  received: { from: 'from', to: 'to' },
} as const satisfies Record<DayKind, { from: keyof ListFilter; to: keyof ListFilter }>

/** Days of issue, payment or receipt, both ends included, on the organisation's calendar. */
export function DateFilter({ filter, onChange }: DateFilterProps) {
  const { t, format } = useI18n()
  const chosen = kinds.filter((one) => filter[ends[one].from] || filter[ends[one].to])
  const [kind, setKind] = useState<DayKind>(chosen[0] ?? 'issued')
  const keys = ends[kind]
  const [from, to] = [filter[keys.from], filter[keys.to]]
  const change = (days: { from: string | undefined; to: string | undefined }) =>
    onChange({ [keys.from]: days.from, [keys.to]: days.to })
  const words = chosen.map((one) => {
    const range = rangeText({ from: filter[ends[one].from], to: filter[ends[one].to], t, format })
    return t(`table.filter.days.${one}`, { days: range })
  })
  return (
    <Popover>
      <PopoverTrigger
        className={classNames(
          controlStyles,
          'figures flex h-9 items-center gap-2 sm:w-auto sm:max-w-80',
          words.length > 0 && 'border-accent text-accent',
        )}
      >
        <CalendarDays aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <span className="truncate">{words.join(' · ') || t('table.filter.date')}</span>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-88">
        <Segmented
          label={t('table.filter.days')}
          value={kind}
          onChange={setKind}
          options={kinds.map((one) => ({ value: one, label: t(`table.column.${one}`) }))}
        />
        <div className="my-3 flex flex-wrap gap-1.5">
          {periods.map((period) => (
            <Button
              key={period}
              size="small"
              onClick={() => change(periodDays({ period, now: new Date(), timeZone: format.timeZone }))}
            >
              {t(`table.filter.${period}`)}
            </Button>
          ))}
          <Button
            size="small"
            variant="quiet"
            disabled={!from && !to}
            onClick={() => change({ from: undefined, to: undefined })}
          >
            {t('table.filter.any_date')}
          </Button>
        </div>
        <div className="grid grid-cols-2 gap-2">
          <Field label={t('table.filter.from')}>
            <Input
              type="date"
              value={from ?? ''}
              max={to}
              onChange={(event) => onChange({ [keys.from]: event.target.value || undefined })}
              className="h-9 px-2"
            />
          </Field>
          <Field label={t('table.filter.to')}>
            <Input
              type="date"
              value={to ?? ''}
              min={from}
              onChange={(event) => onChange({ [keys.to]: event.target.value || undefined })}
              className="h-9 px-2"
            />
          </Field>
        </div>
        {kind === 'received' ? (
          <p className="mt-3 text-ink-faint text-xs">{t('table.filter.zone', { zone: format.zone })}</p>
        ) : null}
      </PopoverContent>
    </Popover>
  )
}

type Range = { from: string | undefined; to: string | undefined } & Pick<I18n, 't' | 'format'>

export function rangeText({ from, to, t, format }: Range): string {
  if (from && to && from === to) return format.day(from)
  if (from && to) return t('table.filter.range', { from: format.day(from), to: format.day(to) })
  if (from) return t('table.filter.since', { from: format.day(from) })
  return t('table.filter.until', { to: format.day(to ?? '') })
}
