import { Temporal } from 'temporal-polyfill'

/** A day on a calendar, without a time or a zone; `month` 1–12. */
type CalendarDay = { year: number; month: number; day: number }

/** A calendar month, `month` 1–12. */
export type Month = { year: number; month: number }

/** From the first instant of a month (in) to the first of the next (out). */
export type MonthSpan = { startsAt: Date; endsAt: Date }

type InZone = { timeZone: string }

/** The calendar day that an instant falls in, on the clocks of `timeZone`. */
export function dayOf({ instant, timeZone }: { instant: Date } & InZone): CalendarDay {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    timeZone,
  )
  return { year, month, day }
}

/**
 * The first instant of a day on the clocks of `timeZone`: not midnight where the clocks go forward at midnight (the day
 * begins at one), and the first of two midnights where they go back.
 */
export function startOfDay({ day, timeZone }: { day: CalendarDay } & InZone): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds)
}

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
  return {
    startsAt: startOfDay({ day: { ...month, day: 1 }, timeZone }),
    endsAt: startOfDay({ day: { ...addMonths(month, 1), day: 1 }, timeZone }),
  }
}

/** The month of `now` and those before it, `count` in all, oldest first. */
export function recentMonths({ now, count, timeZone }: { now: Date; count: number } & InZone): Month[] {
  const current = monthOf({ instant: now, timeZone })
  return Array.from({ length: count }, (_, index) => addMonths(current, index + 1 - count))
}

/** Days of the month of `now` still to come, today included. */
export function daysLeft({ now, timeZone }: { now: Date } & InZone): number {
  const today = dayOf({ instant: now, timeZone })
  return Temporal.PlainDate.from(today).daysInMonth - today.day + 1
}

/** `2026-09`, which sorts and which any program reads. */
export function monthKey({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

export function isSameMonth(one: Month, other: Month): boolean {
  return one.year === other.year && one.month === other.month
}
