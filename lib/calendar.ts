/** A day on a calendar, without a time or a zone; `month` 1–12. A day past the month's end rolls over, as in Date.UTC. */
export type CalendarDay = { year: number; month: number; day: number }

/** The calendar day that an instant falls in, on the clocks of `timeZone`. */
export function dayOf({ instant, timeZone }: { instant: Date; timeZone: string }): CalendarDay {
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
export function startOfDay({ day, timeZone }: { day: CalendarDay; timeZone: string }): Date {
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
