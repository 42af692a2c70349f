'use client'

import { CalendarDays } from 'lucide-react'
import { dayOf } from '@/base/calendar'
import { type I18n, useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { Field } from '@/components/ui/controls/field'
import { controlStyles, Input } from '@/components/ui/controls/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/controls/popover'
import type { FilterChange } from '@/lib/documents/model/list-filter'

type DateFilterProps = {
  from: string | undefined
  to: string | undefined
  onChange: (changes: FilterChange) => void
}

const presets: DatePreset[] = ['today', 'week', 'month']

/** Days of receipt, both ends included, on the organisation's calendar. */
export function DateFilter({ from, to, onChange }: DateFilterProps) {
  const { t, format } = useI18n()
  const choosePreset = (preset: DatePreset) =>
    onChange(presetDays({ preset, now: new Date(), timeZone: format.timeZone }))
  return (
    <Popover>
      <PopoverTrigger
        className={classNames(
          controlStyles,
          'figures flex h-9 items-center gap-2 sm:w-auto',
          (from || to) && 'border-accent text-accent',
        )}
      >
        <CalendarDays aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <span className="truncate">{rangeText({ from, to, t, format })}</span>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-88">
        <div className="mb-3 flex flex-wrap gap-1.5">
          {presets.map((preset) => (
            <Button key={preset} size="small" onClick={() => choosePreset(preset)}>
              {t(`table.filter.${preset}`)}
            </Button>
          ))}
          <Button
            size="small"
            variant="quiet"
            disabled={!from && !to}
            onClick={() => onChange({ from: undefined, to: undefined })}
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
              onChange={(event) => onChange({ from: event.target.value || undefined })}
              className="h-9 px-2"
            />
          </Field>
          <Field label={t('table.filter.to')}>
            <Input
              type="date"
              value={to ?? ''}
              min={from}
              onChange={(event) => onChange({ to: event.target.value || undefined })}
              className="h-9 px-2"
            />
          </Field>
        </div>
        <p className="mt-3 text-ink-faint text-xs">{t('table.filter.zone', { zone: format.zone })}</p>
      </PopoverContent>
    </Popover>
  )
}

function rangeText({
  from,
  to,
  t,
  format,
}: Pick<DateFilterProps, 'from' | 'to'> & Pick<I18n, 't' | 'format'>): string {
  if (from && to && from === to) return format.day(from)
  if (from && to) return t('table.filter.range', { from: format.day(from), to: format.day(to) })
  if (from) return t('table.filter.since', { from: format.day(from) })
  if (to) return t('table.filter.until', { to: format.day(to) })
  return t('table.filter.date')
}

type DatePreset = 'today' | 'week' | 'month'

/** The first day of a preset and today, as `YYYY-MM-DD` on the organisation's calendar. */
export function presetDays({ preset, now, timeZone }: { preset: DatePreset; now: Date; timeZone: string }) {
  const { year, month, day } = dayOf({ instant: now, timeZone })
  const first = { today: day, week: day - 6, month: 1 }[preset]
  return { from: isoDay({ year, month, day: first }), to: isoDay({ year, month, day }) }
}

function isoDay({ year, month, day }: { year: number; month: number; day: number }): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
