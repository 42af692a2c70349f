export type SignInFailures = { subject: string; failures: number; lastFailureAt: Date }

/** An address may be a whole office behind one router, so it is allowed more misses than one account. */
const freeFailures = { account: 4, address: 19 }
const maxWaitSeconds = 300

/** Seconds to wait before the next try: doubles with each failure past the free ones, at most five minutes. */
export function waitSeconds({ failures, now }: { failures: SignInFailures[]; now: Date }): number {
  return Math.max(0, ...failures.map((failure) => remaining({ failure, now })))
}

function remaining({ failure, now }: { failure: SignInFailures; now: Date }): number {
  const free = failure.subject.startsWith('account:') ? freeFailures.account : freeFailures.address
  const over = failure.failures - free
  if (over <= 0) return 0
  const wait = Math.min(maxWaitSeconds, 2 ** over)
  return Math.ceil(wait - (now.getTime() - failure.lastFailureAt.getTime()) / 1000)
}
