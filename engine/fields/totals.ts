import { oncePer } from '../once-per'
import type { MoneyCandidate } from './money'
import { amountsPaid } from './payment'

export type MoneyCandidates = {
  subtotal: MoneyCandidate[]
  tax: MoneyCandidate[]
  total: MoneyCandidate[]
  /** Amounts that may stand between subtotal and total; discounts count as negative whatever their sign. */
  charges: MoneyCandidate[]
  discounts: MoneyCandidate[]
  /** Taxes that the customer pays to the state itself; they count as negative whatever their sign. */
  withheld: MoneyCandidate[]
  rounding: MoneyCandidate[]
  cash: MoneyCandidate[]
  change: MoneyCandidate[]
  /** What the line items come to, if there are any. */
  lineSum: number | null
}

export type Totals = {
  subtotal: MoneyCandidate | null
  tax: MoneyCandidate | null
  total: MoneyCandidate | null
  /** Whether subtotal, tax and total prove one another. */
  isProven: boolean
}

/** Cents that rounding may leave between figures that belong together. */
const tolerance = 0.021

/** Chooses subtotal, tax and total so that labels and arithmetic agree as well as they can. */
export function chooseTotals(candidates: MoneyCandidates): Totals {
  let best: { totals: Totals; score: number } = {
    totals: { subtotal: null, tax: null, total: null, isProven: false },
    score: 0,
  }
  const subtotals = [...strongest(candidates.subtotal, 6), null]
  const taxes = [...taxOptions(candidates.tax), null]
  for (const total of [...strongest(candidates.total, 8), null]) {
    for (const subtotal of subtotals) {
      for (const tax of taxes) {
        const scored = scoreTotals({ total, subtotal, tax, candidates })
        if (scored.score > best.score) {
          best = { totals: { total, subtotal, tax, isProven: scored.isProven }, score: scored.score }
        }
      }
    }
  }
  return best.totals
}

function strongest(candidates: MoneyCandidate[], count: number): MoneyCandidate[] {
  return [...candidates].sort((a, b) => b.score - a.score).slice(0, count)
}

/** Taxes that are tried together; more of them would rather add up by chance. */
const maxTaxesTogether = 6

/** Each tax printed, and those of several rates together. Forms print rates that do not apply with a zero. */
function taxOptions(taxes: MoneyCandidate[]): MoneyCandidate[] {
  const printed = strongest(taxes, 8).filter(
    (tax, at, all) => all.findIndex((other) => isSamePlace(other, tax)) === at,
  )
  const paid = printed.filter((tax) => tax.value !== 0)
  const distinct = paid.length > 0 ? paid : printed
  return [...distinct, ...subsetsOf(distinct.slice(0, maxTaxesTogether)).map(joinTaxes)]
}

/** All ways to take two or more. */
function subsetsOf<One>(all: One[]): [One, ...One[]][] {
  return Array.from({ length: 2 ** all.length }, (_, choice) =>
    all.filter((_one, at) => Math.floor(choice / 2 ** at) % 2 === 1),
  ).flatMap(([first, ...others]) => (first && others.length > 0 ? [[first, ...others]] : []))
}

function joinTaxes([first, ...others]: [MoneyCandidate, ...MoneyCandidate[]]): MoneyCandidate {
  const taxes = [first, ...others]
  return {
    ...first,
    value: roundToCents(others.reduce((sum, tax) => sum + tax.value, first.value)),
    text: taxes.map((tax) => tax.text).join(' + '),
    score: Math.min(...taxes.map((tax) => tax.score)) * 0.8,
  }
}

function scoreTotals({
  total,
  subtotal,
  tax,
  candidates,
}: {
  total: MoneyCandidate | null
  subtotal: MoneyCandidate | null
  tax: MoneyCandidate | null
  candidates: MoneyCandidates
}): { score: number; isProven: boolean } {
  if (isSamePlace(total, subtotal) || isSamePlace(total, tax) || isSamePlace(subtotal, tax)) {
    return { score: -1, isProven: false }
  }
  const labels = (total?.score ?? 0) * 1.2 + (subtotal?.score ?? 0) * 0.7 + (tax?.score ?? 0) * 0.6
  const proof = total && subtotal ? proofOf({ total, subtotal, tax, candidates }) : 'none'
  const isProven = proof !== 'none'
  const score =
    labels +
    proofScores[proof] +
    agreementWithLines({ total, subtotal, candidates }) +
    agreementWithPayment({ total, candidates }) -
    implausibility({ total, subtotal, tax })
  return { score, isProven }
}

type Proof = 'plain' | 'adjusted' | 'none'

/** Where both `total` and `to pay after deductions` add up, the total is the one without deductions. */
const proofScores: { [proof in Proof]: number } = { plain: 0.9, adjusted: 0.7, none: 0 }

function proofOf({
  total,
  subtotal,
  tax,
  candidates,
}: {
  total: MoneyCandidate
  subtotal: MoneyCandidate
  tax: MoneyCandidate | null
  candidates: MoneyCandidates
}): Proof {
  const difference = total.value - subtotal.value - (tax?.value ?? 0)
  if (Math.abs(difference) < tolerance) return 'plain'
  const isAdjusted = adjustmentsOf(candidates).some(
    (adjustment) => Math.abs(difference - adjustment) < tolerance,
  )
  return isAdjusted ? 'adjusted' : 'none'
}

/** What may stand between subtotal and total: each amount of that kind, and any two of them together. */
const adjustmentsOf = oncePer((candidates: MoneyCandidates): number[] => {
  const adjustments = [
    ...candidates.charges.map((charge) => charge.value),
    ...candidates.discounts.map((discount) => -Math.abs(discount.value)),
    ...candidates.withheld.map((withheld) => -Math.abs(withheld.value)),
    ...candidates.rounding.map((rounding) => rounding.value),
  ]
    .filter((adjustment) => adjustment !== 0)
    .slice(0, 8)
  return [...adjustments, ...pairSums(adjustments)]
})

function pairSums(values: number[]): number[] {
  return values.flatMap((a, at) => values.slice(at + 1).map((b) => a + b))
}

function agreementWithLines({
  total,
  subtotal,
  candidates: { lineSum },
}: {
  total: MoneyCandidate | null
  subtotal: MoneyCandidate | null
  candidates: MoneyCandidates
}): number {
  if (lineSum === null) return 0
  const matches = [total, subtotal].some((found) => found && Math.abs(found.value - lineSum) < tolerance)
  return matches ? 0.35 : 0
}

function agreementWithPayment({
  total,
  candidates: { cash, change },
}: {
  total: MoneyCandidate | null
  candidates: MoneyCandidates
}): number {
  if (!total) return 0
  const others = cash.filter((given) => !isSamePlace(given, total))
  return amountsPaid({ cash: others, change }).some((paid) => Math.abs(paid - total.value) < 0.005) ? 0.5 : 0
}

function implausibility({
  total,
  subtotal,
  tax,
}: {
  total: MoneyCandidate | null
  subtotal: MoneyCandidate | null
  tax: MoneyCandidate | null
}): number {
  let penalty = 0
  if (total && tax && Math.abs(tax.value) > Math.abs(total.value) * 0.5) penalty += 1.5
  if (total && subtotal && Math.abs(subtotal.value) > Math.abs(total.value) * 1.5) penalty += 0.8
  if (total && subtotal && Math.abs(total.value) > Math.abs(subtotal.value) * 2) penalty += 0.8
  if (total?.value === 0) penalty += 0.8
  // Credit notes are negative throughout; a lone negative total is a misread sign or a change.
  if (total && total.value < 0 && (subtotal?.value ?? 0) >= 0) penalty += 0.7
  return penalty
}

function isSamePlace(a: MoneyCandidate | null, b: MoneyCandidate | null): boolean {
  return a !== null && b !== null && a.pageIndex === b.pageIndex && a.box.x === b.box.x && a.box.y === b.box.y
}

function roundToCents(value: number): number {
  return Math.round(value * 100) / 100
}
