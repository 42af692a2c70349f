import 'server-only'
import { once } from './once'
import { withTimeout } from './with-timeout'

const freshMs = 10_000
const timeoutMs = 2_000

type Probe<Answer> = { name: string; ask: () => Promise<Answer>; otherwise: Answer }

/**
 * How something answers, by its `name`; `otherwise` where it keeps us waiting. An answer stands for a while and is one
 * for all who ask: monitors must not multiply the calls.
 */
export function probe<Answer>({ name, ask, otherwise }: Probe<Answer>): Promise<Answer> {
  const last = once(`probe ${name}`, () => ({
    askedAt: Number.NEGATIVE_INFINITY,
    isAsking: false,
    answer: Promise.resolve(otherwise),
  }))
  // What hangs is not asked a second time: each question may hold a thread or a line.
  if (!last.isAsking && performance.now() - last.askedAt >= freshMs) {
    const answer = ask().finally(() => {
      last.isAsking = false
    })
    Object.assign(last, { askedAt: performance.now(), isAsking: true, answer })
  }
  return withTimeout({ work: last.answer, timeoutMs, otherwise })
}
