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
  /** Time in which hardly any CPU is used that it may take. */
  limitMs: number
  /** CPU time without a sign of progress that it may take; as much as `limitMs` unless it is said. */
  mostWorkMs?: number
  onStandstill: () => void
}

/**
 * Watches whether a process gets on. What counts is its CPU time: on a busy machine the clock says nothing of it. Where
 * the system does not tell (Windows), the clock is all there is.
 */
export function watchStandstill({ pid, limitMs, mostWorkMs = limitMs, onStandstill }: Watching): {
  progress: () => void
  stop: () => void
} {
  let usedMs: number | null = null
  let usedAtProgress: number | null = null
  let progressAt = Date.now()
  let busyAt = progressAt
  let window: { at: number; usedMs: number | null } = { at: progressAt, usedMs: null }
  // What it used before does not count.
  void cpuTimeMs(pid).then((before) => {
    window.usedMs ??= before
  })

  const look = async () => {
    usedMs = await cpuTimeMs(pid)
    usedAtProgress ??= usedMs
    const now = Date.now()
    if (usedMs !== null && now - window.at >= Math.min(windowMs, limitMs)) {
      const workedMs = usedMs - (window.usedMs ?? usedMs)
      if (workedMs > Math.max(tickMs, (now - window.at) * leastShare)) busyAt = now
      window = { at: now, usedMs }
    }
    const sinceProgressMs = (usedMs ?? 0) - (usedAtProgress ?? 0)
    if (sinceProgressMs > mostWorkMs || now - Math.max(progressAt, busyAt) > limitMs) onStandstill()
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
