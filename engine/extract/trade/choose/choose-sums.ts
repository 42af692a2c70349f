import type { FieldName } from '@/engine/extract/schema/trade-fields'
import type { Choice, Ranking } from './rank-field'

/** The amounts that sums bind: net and tax come to the total, with what is added or taken off. */
const bound = ['subtotal', 'tax', 'total'] as const
const extras = ['shipping', 'discount', 'tip'] as const
type Bound = (typeof bound)[number]

/** So many values of each field are tried together; less likely ones never win. */
const mostChoices = 6
const leastShare = 0.004

/** What a sum that comes out, comes out but for rounding, or does not, adds to the logarithm of the shares. */
const bonus = { exact: 2.2, rounded: 1, wrong: -1.2, unlikely: -2.5 }

type Option = { choice: Choice | null; share: number }
type Trio = { [field in Bound]: Option }

type ChosenSums = {
  /** The share of each value among all combinations, which the sums have had their say in. */
  values: Map<FieldName, Choice>
  /** Whether net and tax come to the total to the cent. */
  isProven: boolean
}

/** Chooses net, tax and total together: the likeliest combination, weighed by whether its sum comes out. */
export function chooseSums(rankingOf: (field: FieldName) => Ranking): ChosenSums {
  const options = new Map(bound.map((field) => [field, optionsOf(rankingOf(field))]))
  const added = extras.map((field) => {
    const { choices, nothing } = rankingOf(field)
    const [first] = choices
    return first && first.share > nothing ? Math.abs(amountOf(first)) : 0
  })
  const reachable = sumsOf(added)
  const trios: { trio: Trio; power: number }[] = []
  for (const subtotal of options.get('subtotal') ?? [])
    for (const tax of options.get('tax') ?? [])
      for (const total of options.get('total') ?? []) {
        const trio = { subtotal, tax, total }
        const likelihood = subtotal.share * tax.share * total.share
        trios.push({ trio, power: likelihood * Math.exp(agreement({ trio, reachable })) })
      }
  const [best] = [...trios].sort((a, b) => b.power - a.power)
  const all = trios.reduce((sum, { power }) => sum + power, 0)
  const values = new Map<FieldName, Choice>()
  for (const field of bound) {
    const chosen = best?.trio[field].choice
    if (!chosen) continue
    const share = trios
      .filter(({ trio }) => trio[field].choice === chosen)
      .reduce((sum, { power }) => sum + power, 0)
    values.set(field, { ...chosen, share: share / all })
  }
  return { values, isProven: best !== undefined && agreement({ trio: best.trio, reachable }) === bonus.exact }
}

function optionsOf({ choices, nothing }: Ranking): Option[] {
  const likely = choices.filter(({ share }) => share > leastShare).slice(0, mostChoices)
  // What its own label names is printed, however unusual it looks.
  const none = choices[0]?.isNamed ? Math.min(nothing, choices[0].share / 2) : nothing
  return [
    ...likely.map((choice) => ({ choice, share: choice.share })),
    { choice: null, share: Math.max(none, 1e-4) },
  ]
}

/** All that the extras can add to or take off a total. */
function sumsOf(added: number[]): number[] {
  const [shipping = 0, discount = 0, tip = 0] = added
  const sums = [0, shipping, -discount, tip, shipping - discount, shipping + tip, tip - discount]
  return [...new Set(sums)]
}

const cent = 0.011
const rounding = 0.051

function agreement({ trio, reachable }: { trio: Trio; reachable: number[] }): number {
  const [net, tax, total] = bound.map((field) => {
    const { choice } = trio[field]
    return choice ? amountOf(choice) : null
  })
  if (total === null || total === undefined) return net != null && tax != null ? bonus.wrong : 0
  if (net == null && tax == null) return 0
  if (tax != null && Math.abs(tax) >= Math.abs(total) && total !== 0) return bonus.unlikely
  if (net == null) return Math.abs(tax ?? 0) > Math.abs(total) * 0.3 ? bonus.wrong : 0
  const rest = total - net - (tax ?? 0)
  const apart = Math.min(...reachable.map((extra) => Math.abs(rest - extra)))
  // Prices with their tax inside: what is called the sum before is the total itself.
  const isInside = tax != null && Math.abs(total - net) < cent
  if (apart < cent || isInside) return tax == null || isInside ? bonus.rounded / 2 : bonus.exact
  return apart < rounding ? bonus.rounded : bonus.wrong
}

function amountOf({ candidate }: Choice): number {
  return Number(candidate.value)
}
