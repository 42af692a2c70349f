import { dayOf } from '@/base/calendar'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { ExportRows } from '../model/schema'
import type { Selection } from '../read/list-store'

type Named = { filter: Selection['filter']; rows: ExportRows; t: Translate; now: Date; timeZone: string }

/** What a list is saved as, without the ending: `documents-2026-10`, or with today where no period was chosen. */
export function exportName({ filter, rows, t, now, timeZone }: Named): string {
  const { issuedFrom, issuedTo } = filter
  const [from, to] = issuedFrom || issuedTo ? [issuedFrom, issuedTo] : [filter.from, filter.to]
  const today = isoDay(dayOf({ instant: now, timeZone }))
  const words = t(rows === 'lines' ? 'export.file.lines' : 'export.file.documents')
  return `${words}-${from || to ? periodOf({ from, to: to ?? today }) : today}`
}

function periodOf({ from, to }: { from: string | undefined; to: string }): string {
  if (!from) return `..${to}`
  if (from === to) return from
  const month = from.slice(0, 7)
  return from.endsWith('-01') && to === lastDayOf(month) ? month : `${from}..${to}`
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

function isoDay({ year, month, day }: { year: number; month: number; day: number }): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
