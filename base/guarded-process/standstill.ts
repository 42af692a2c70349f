import { cpuTimeMs } from './cpu-time'

/** Often enough for limits of seconds, seldom enough to cost nothing. */
const lookMs = 1_000
/** A process that waits uses less of a core than this, one that works on a crowded machine uses more. */
const leastShare = 0.01
const windowMs = 5_000
/** CPU time is counted in steps of this. */
const tickMs = 10

type Watching = {
  pid: number
  /** CPU time without a sign of progress, and time in which hardly any is used, that it may take. */
  limitMs: number
  onStandstill: () => void
}

/**
 * Watches whether a process gets on. What counts is its CPU time: on a busy machine the clock says nothing of it. Where
 * the system does not tell (Windows), the clock is all there is.
 */
export function watchStandstill({ pid, limitMs, onStandstill }: Watching): {
  progress: () => void
  stop: () => void
} {
  let usedMs: number | null = null
  let usedAtProgress: number | null = null
  let progressAt = Date.now()
  let window = { at: progressAt, usedMs: 0 }
  let busyAt = progressAt

  const look = async () => {
    usedMs = await cpuTimeMs(pid)
    usedAtProgress ??= usedMs
    const now = Date.now()
    if (usedMs !== null && now - window.at >= Math.min(windowMs, limitMs)) {
      if (usedMs - window.usedMs > Math.max(tickMs, (now - window.at) * leastShare)) busyAt = now
      window = { at: now, usedMs }
    }
    const workedMs = (usedMs ?? 0) - (usedAtProgress ?? 0)
    if (workedMs > limitMs || now - Math.max(progressAt, busyAt) > limitMs) onStandstill()
  }
  const timer = setInterval(() => void look(), Math.min(lookMs, limitMs))
  return {
    progress: () => {
      progressAt = Date.now()
      usedAtProgress = usedMs
    },
    stop: () => clearInterval(timer),
  }
}
