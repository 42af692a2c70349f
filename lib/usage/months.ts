import { dayOf, startOfDay } from '../calendar'

/** A calendar month, `month` 1–12. */
export type Month = { year: number; month: number }

/** From the first instant of a month (in) to the first of the next (out). */
export type MonthSpan = { startsAt: Date; endsAt: Date }

type InZone = { timeZone: string }

/** The calendar month that an instant falls in, on the clocks of `timeZone`. */
export function monthOf({ instant, timeZone }: { instant: Date } & InZone): Month {
  const { year, month } = dayOf({ instant, timeZone })
  return { year, month }
}

/** The month `count` months later, or earlier where `count` is negative. */
export function addMonths({ year, month }: Month, count: number): Month {
  const serial = year * 12 + (month - 1) + count
  return { year: Math.floor(serial / 12), month: (((serial % 12) + 12) % 12) + 1 }
}

export function monthSpan({ month, timeZone }: { month: Month } & InZone): MonthSpan {
  const next = addMonths(month, 1)
  return {
    startsAt: startOfDay({ day: { ...month, day: 1 }, timeZone }),
    endsAt: startOfDay({ day: { ...next, day: 1 }, timeZone }),
  }
}

/** The month of `now` and those before it, `count` in all, oldest first. */
export function recentMonths({ now, count, timeZone }: { now: Date; count: number } & InZone): Month[] {
  const current = monthOf({ instant: now, timeZone })
  return Array.from({ length: count }, (_, index) => addMonths(current, index + 1 - count))
}

/** Days of the month of `now` still to come, today included. */
export function daysLeft({ now, timeZone }: { now: Date } & InZone): number {
  const { year, month, day } = dayOf({ instant: now, timeZone })
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return lastDay - day + 1
}

/** `2026-09`, which sorts and which any program reads. */
export function monthKey({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

export function isSameMonth(one: Month, other: Month): boolean {
  return one.year === other.year && one.month === other.month
}
