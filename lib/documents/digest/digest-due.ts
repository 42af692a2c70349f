type DigestCourse = {
  /** Documents of the person that are still on their way. */
  open: number
  firstEndedAt: Date
  lastEndedAt: Date
  digestAt: Date | null
  now: Date
}

const minuteMs = 60_000
/** Somebody who drops files one after the other is at it still. */
const calmMs = minuteMs
/** A document that hangs does not keep the news of the others for longer than this. */
const maxWaitMs = 30 * minuteMs
const betweenDigestsMs = 10 * minuteMs

/** Whether a person is told now: once all their documents have ended, and not every few minutes. */
export function isDigestDue({ open, firstEndedAt, lastEndedAt, digestAt, now }: DigestCourse): boolean {
  const since = (at: Date) => now.getTime() - at.getTime()
  if (digestAt && since(digestAt) < betweenDigestsMs) return false
  if (open > 0) return since(firstEndedAt) >= maxWaitMs
  return since(lastEndedAt) >= calmMs
}
