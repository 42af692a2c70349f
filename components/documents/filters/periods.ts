import { addMonths, dayOf } from '@/base/calendar'

export const periods = ['today', 'week', 'last_week', 'month', 'last_month'] as const
/** `this_week` looks ahead: what falls due until its end. */
export type Period = (typeof periods)[number] | 'this_week'

/** Both ends included, as `YYYY-MM-DD`. */
type Days = { from: string; to: string }

/** The days of a period on the organisation's calendar. Weeks begin on Monday. */
export function periodDays({ period, now, timeZone }: { period: Period; now: Date; timeZone: string }): Days {
  const today = dayOf({ instant: now, timeZone })
  const inMonth = (day: number) => isoDay({ ...today, day })
  const monday = today.day - weekday(today)
  const last = addMonths(today, -1)
  return {
    today: { from: inMonth(today.day), to: inMonth(today.day) },
    week: { from: inMonth(today.day - 6), to: inMonth(today.day) },
    this_week: { from: inMonth(monday), to: inMonth(monday + 6) },
    last_week: { from: inMonth(monday - 7), to: inMonth(monday - 1) },
    month: { from: inMonth(1), to: inMonth(today.day) },
    last_month: { from: isoDay({ ...last, day: 1 }), to: inMonth(0) },
  }[period]
}

type Day = { year: number; month: number; day: number }

/** 0 is Monday. */
function weekday({ year, month, day }: Day): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}

/** Days before the first and after the last of a month are counted on into the next. */
function isoDay({ year, month, day }: Day): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
