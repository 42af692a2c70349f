export type CalendarMonth = { year: number; month: number }

/** The calendar month that `instant` falls in, on the clocks of `timeZone`. */
export function monthOf({ instant, timeZone }: { instant: Date; timeZone: string }): CalendarMonth {
  const { year, month } = wallClock({ instant, timeZone })
  return { year, month }
}

/** The first instant of the month after `month`, on the clocks of `timeZone`. */
export function startOfNextMonth({ year, month, timeZone }: CalendarMonth & { timeZone: string }): Date {
  const wallTime = Date.UTC(year, month, 1)
  // Two rounds: the first guess may lie on the other side of a change of the clocks.
  const guess = new Date(wallTime - offsetMs({ instant: new Date(wallTime), timeZone }))
  return new Date(wallTime - offsetMs({ instant: guess, timeZone }))
}

function offsetMs({ instant, timeZone }: { instant: Date; timeZone: string }): number {
  const { year, month, day, hour, minute, second } = wallClock({ instant, timeZone })
  const wholeSecondsMs = Math.floor(instant.getTime() / 1000) * 1000
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecondsMs
}

function wallClock({ instant, timeZone }: { instant: Date; timeZone: string }) {
  const parts = new Map(
    clockIn(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  )
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter is slow, so each time zone keeps its own. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}
