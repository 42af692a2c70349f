import type { MoneyCandidate } from './money'

/** What was given less what was handed back: what was paid. Tills print both with and without a sign. */
export function amountsPaid({
  cash,
  change,
}: {
  cash: MoneyCandidate[]
  change: MoneyCandidate[]
}): number[] {
  const returned = [0, ...change.map((found) => Math.abs(found.value))]
  return cash.flatMap((given) =>
    returned.map((back) => Math.abs(given.value) - back).filter((paid) => paid > 0.005),
  )
}

/**
 * Totals of which one digit was misread (`47.50` where 50.00 was given and 7.50 handed back): the payment says which.
 * A repaired value never counts as surely read.
 */
export function repairByPayment({
  totals,
  cash,
  change,
}: {
  totals: MoneyCandidate[]
  cash: MoneyCandidate[]
  change: MoneyCandidate[]
}): MoneyCandidate[] {
  if (change.length === 0) return []
  const paid = amountsPaid({ cash, change: change.filter(({ value }) => value !== 0) })
  return totals.flatMap((total) => {
    const value = paid.find((amount) => isMisreadOf({ read: total.value, printed: amount }))
    return value === undefined
      ? []
      : [{ ...total, value: Math.round(value * 100) / 100, confidence: Math.min(total.confidence, 0.6) }]
  })
}

/** Whether two amounts are printed alike but for one digit. */
function isMisreadOf({ read, printed }: { read: number; printed: number }): boolean {
  const [a, b] = [read.toFixed(2), printed.toFixed(2)]
  return a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length === 1
}

/** Cash and change are printed, and no way to take them gives the total: one of the three was misread. */
export function contradictsPayment({
  total,
  cash,
  change,
}: {
  total: MoneyCandidate
  cash: MoneyCandidate[]
  change: MoneyCandidate[]
}): boolean {
  const returned = change.filter(({ value }) => value !== 0)
  if (returned.length === 0 || cash.length === 0) return false
  return amountsPaid({ cash, change: returned }).every(
    (paid) => Math.abs(paid - Math.abs(total.value)) > 0.005,
  )
}
