import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { conceptsIn, conceptsOf } from '@/engine/extract/paper/concepts'
import type { Candidate } from '../candidates/candidate'

const cent = 0.011
/** Rates of taxes on goods and services, in shares of the net amount. */
const leastRate = 0.005
const mostRate = 0.3
/** Papers have few rates; more sums would come out by chance. */
const mostRates = 4
const mostAmounts = 14

/** Net and tax of a paper that prints them by rate, and no sum of them. */
type DerivedTaxes = { net: Candidate[]; tax: Candidate[] }

/**
 * The amounts labelled as tax whose sum, with the net amounts of the same lines or columns, comes to the total.
 * @param subtotal where it is printed
 * @returns null where no such amounts prove it
 */
export function deriveTaxes({
  amounts,
  total,
  subtotal,
}: {
  amounts: Candidate[]
  total: number
  subtotal: number | null
}): DerivedTaxes | null {
  const taxes = amounts
    .filter((one) => isTax(one) && sizeOf(one) > 0)
    .slice(0, mostAmounts)
    .filter((one) => sizeOf(one) < total * mostRate)
  for (const tax of subsets(taxes)) {
    const sum = tax.reduce((all, one) => all + sizeOf(one), 0)
    if (subtotal !== null) {
      if (tax.length > 1 && Math.abs(subtotal + sum - total) < cent) return { net: [], tax }
      continue
    }
    const net = tax.flatMap((one) => netOf({ amounts, tax: one }) ?? [])
    const base = net.reduce((all, one) => all + sizeOf(one), 0)
    if (net.length === tax.length && Math.abs(base + sum - total) < cent) return { net, tax }
    const whole = amounts.find((one) => Math.abs(sizeOf(one) + sum - total) < cent)
    if (tax.length > 1 && whole && !tax.includes(whole)) return { net: [whole], tax }
  }
  return null
}

/** Whether any label in its line or above it calls an amount a tax. */
function isTax({ segment, words }: Candidate): boolean {
  const { left, above } = surroundingsOf(segment)
  const { before } = splitCell({ segment, words })
  const named = [conceptsOf({ words: before, segment }), ...[...left, ...above].map(conceptsIn)]
  return named.flat().some(({ concept }) => concept === 'tax')
}

/** In the line of a tax, the amount that it is a usual share of. */
function netOf({ amounts, tax }: { amounts: Candidate[]; tax: Candidate }): Candidate | null {
  const inLine = amounts.filter((one) => {
    const rate = sizeOf(tax) / sizeOf(one)
    return one !== tax && one.line === tax.line && rate > leastRate && rate < mostRate
  })
  // Of net and gross in one line, gross is the other with the tax on top.
  const net = inLine.find((one) =>
    inLine.some((other) => Math.abs(sizeOf(one) + sizeOf(tax) - sizeOf(other)) < cent),
  )
  return net ?? (inLine.length === 1 ? (inLine[0] ?? null) : null)
}

function* subsets(amounts: Candidate[]): Generator<Candidate[]> {
  for (let size = 1; size <= mostRates; size += 1) yield* choose({ amounts, size, from: 0 })
}

function* choose({
  amounts,
  size,
  from,
}: {
  amounts: Candidate[]
  size: number
  from: number
}): Generator<Candidate[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let at = from; at < amounts.length; at += 1) {
    const first = amounts[at]
    if (!first) continue
    for (const rest of choose({ amounts, size: size - 1, from: at + 1 })) yield [first, ...rest]
  }
}

function sizeOf({ value }: Candidate): number {
  return Math.abs(Number(value))
}
