import { dayOf } from '@/base/calendar'

export type DatePreset = 'today' | 'week' | 'month'

/** The first day of a preset and today, as `YYYY-MM-DD` on the organisation's calendar. */
export function presetDays({ preset, now, timeZone }: { preset: DatePreset; now: Date; timeZone: string }) {
  const { year, month, day } = dayOf({ instant: now, timeZone })
  const first = { today: day, week: day - 6, month: 1 }[preset]
  return { from: isoDay({ year, month, day: first }), to: isoDay({ year, month, day }) }
}

function isoDay({ year, month, day }: { year: number; month: number; day: number }): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
