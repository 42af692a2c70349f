const longestPauseMs = 24 * 60 * 60_000
/** Some two to four days, by how long the first pause is. */
const mostTries = 10

type Failed = { failedTries: number; firstPauseMs: number }

/** When work that failed so often is tried again: after longer and longer pauses, and in the end no more (null). */
export function nextTryAfter({ failedTries, firstPauseMs }: Failed): Date | null {
  if (failedTries >= mostTries) return null
  return new Date(Date.now() + Math.min(longestPauseMs, firstPauseMs * 3 ** (failedTries - 1)))
}
