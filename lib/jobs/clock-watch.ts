import 'server-only'
import { log } from '../log'
import { once } from '../once'

/** Smaller steps are daily business of keeping a clock right. */
const noticedMs = 30_000
const lookMs = 1000

const clock = () => once('clock', () => ({ setAt: Number.NEGATIVE_INFINITY }))

/** How far the clock on the wall is from the one that only ever runs on. */
const distanceMs = () => Date.now() - performance.now()

/**
 * Notices when the machine's clock is set while we run, which makes every stored time mean something else than it did.
 * Calls `onSetBack` when it was set back: what was due in a moment would be due after all that time again.
 */
export function watchClock(onSetBack: () => void): void {
  let before = distanceMs()
  setInterval(() => {
    const now = distanceMs()
    const stepMs = now - before
    before = now
    if (Math.abs(stepMs) < noticedMs) return
    clock().setAt = performance.now()
    log.warn({ stepMs: Math.round(stepMs) }, 'the clock of this machine was set')
    if (stepMs < 0) onSetBack()
  }, lookMs).unref()
}

/** Whether a span of that length, counted back from now, lies on one side of the last setting of the clock. */
export function isClockTrue({ forMs }: { forMs: number }): boolean {
  return performance.now() - clock().setAt > forMs
}
