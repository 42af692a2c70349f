import type { Example } from './paper'
import { isNothing } from './paper'
import type { Scalar } from './rule'

/** What held among the values of every paper of a supplier: the last is the sum of the others, or not before the other. */
export type Relation = { kind: 'sum' | 'order'; paths: string[] }

/** In the currency of the paper: rates and rounding. */
const tolerance = 0.021
/** Papers on which it must have been seen; that two days are in an order is sooner chance than that amounts add up. */
const fewest = { sum: 2, order: 4 }
const mostAmounts = 8

export function findRelations(examples: Example[]): Relation[] {
  const paths = [...new Set(examples.flatMap(({ truth }) => Object.keys(truth)))]
  const withValue = (test: (value: Scalar) => boolean) =>
    paths.filter((path) => examples.some(({ truth }) => test(truth[path] ?? null)))
  const amounts = withValue((value) => typeof value === 'number' && value !== 0).slice(0, mostAmounts)
  const days = withValue((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
  const sums = amounts.flatMap((one, at) =>
    amounts
      .slice(at + 1)
      .flatMap((other) =>
        amounts
          .filter((sum) => sum !== one && sum !== other)
          .map((sum): Relation => ({ kind: 'sum', paths: [one, other, sum] })),
      ),
  )
  const orders = days.flatMap((one) =>
    days.filter((other) => other !== one).map((other): Relation => ({ kind: 'order', paths: [one, other] })),
  )
  return [...sums, ...orders].filter((relation) => isProven({ relation, examples }))
}

function isProven({ relation, examples }: { relation: Relation; examples: Example[] }): boolean {
  const whole = examples.filter(({ truth }) => relation.paths.every((path) => !isNothing(truth[path])))
  return (
    whole.length >= fewest[relation.kind] &&
    whole.every(({ truth }) => holds({ relation, valueAt: (path) => truth[path] ?? null }))
  )
}

/** True also where a value is missing: nothing is contradicted then. */
export function holds({
  relation,
  valueAt,
}: {
  relation: Relation
  valueAt: (path: string) => Scalar
}): boolean {
  const values = relation.paths.map(valueAt)
  if (values.some(isNothing)) return true
  const [one, other, sum] = values
  if (relation.kind === 'order') return String(one) <= String(other)
  if (typeof one !== 'number' || typeof other !== 'number' || typeof sum !== 'number') return true
  return Math.abs(one + other - sum) < tolerance
}
