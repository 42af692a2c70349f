import type { MonthSpan } from '@/base/calendar'

type Forecast = {
  /** Pages by the end of the month if they keep coming as fast as they came so far. */
  pages: number
  /** When the quota is used up at this pace; null where it lasts, is used up already, or there is none. */
  exhaustsAt: Date | null
}

const dayMs = 24 * 60 * 60 * 1000

type MonthUse = { used: number; quota: number | null; now: Date; span: MonthSpan }

/**
 * A straight line through the month so far: pages per elapsed time, carried on to the month's end. Null during the
 * first day, of which a single batch would make nonsense, and while nothing has been used.
 */
export function forecast({ used, quota, now, span }: MonthUse): Forecast | null {
  const elapsedMs = now.getTime() - span.startsAt.getTime()
  const wholeMs = span.endsAt.getTime() - span.startsAt.getTime()
  if (elapsedMs < dayMs || elapsedMs > wholeMs || used === 0) return null
  const pages = Math.round((used / elapsedMs) * wholeMs)
  if (quota === null || used >= quota || pages < quota) return { pages, exhaustsAt: null }
  return { pages, exhaustsAt: new Date(span.startsAt.getTime() + (quota / used) * elapsedMs) }
}
