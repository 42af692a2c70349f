/** A day on a calendar, without a time or a zone; `month` 1–12. A day past the month's end rolls over, as in Date.UTC. */
export type CalendarDay = { year: number; month: number; day: number }

/** A calendar month, `month` 1–12. */
export type Month = { year: number; month: number }

/** From the first instant of a month (in) to the first of the next (out). */
export type MonthSpan = { startsAt: Date; endsAt: Date }

type InZone = { timeZone: string }

/** The calendar day that an instant falls in, on the clocks of `timeZone`. */
export function dayOf({ instant, timeZone }: { instant: Date } & InZone): CalendarDay {
  const parts = dayFormat(timeZone).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN)
  return { year: read('year'), month: read('month'), day: read('day') }
}

const hourMs = 60 * 60 * 1000

/**
 * The first instant of a day on the clocks of `timeZone`. It need not be midnight (where the clocks go forward at
 * midnight the day begins at one) nor the only midnight (where they go back), so it is searched, not computed.
 */
export function startOfDay({ day, timeZone }: { day: CalendarDay } & InZone): Date {
  const midnightUtcMs = Date.UTC(day.year, day.month - 1, day.day)
  const hasBegun = (ms: number) => serial(dayOf({ instant: new Date(ms), timeZone })) >= midnightUtcMs
  // Clocks stand between 12 hours behind UTC and 14 ahead, in whole seconds.
  let before = midnightUtcMs - 15 * hourMs
  let begun = midnightUtcMs + 13 * hourMs
  while (begun - before > 1000) {
    const middle = before + Math.floor((begun - before) / 2000) * 1000
    if (hasBegun(middle)) begun = middle
    else before = middle
  }
  return new Date(begun)
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

function serial({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter is slow, so each time zone keeps its own. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
