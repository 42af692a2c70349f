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
    answer: Promise.resolve(otherwise),
  }))
  if (performance.now() - last.askedAt >= freshMs) {
    Object.assign(last, { askedAt: performance.now(), answer: ask() })
  }
  return withTimeout({ work: last.answer, timeoutMs, otherwise })
}
