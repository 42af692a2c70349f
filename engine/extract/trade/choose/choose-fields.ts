import type { Paper } from '@/engine/extract/paper/paper'
import { type FieldName, fieldNames } from '@/engine/extract/schema/trade-fields'
import { chooseSums } from './choose-sums'
import { type Choice, type Ranking, rankField } from './rank-field'

type ChosenFields = { choices: Map<FieldName, Choice>; isProven: boolean }

/** Less likely than this, a value is left out, whatever else there is. */
const leastShare = 0.05

/** The likeliest value of each field, where it is likelier than none or its label says so. */
export function chooseFields(paper: Paper): ChosenFields {
  const rankings = new Map<FieldName, Ranking>()
  return chooseFrom((field) => {
    const ranking = rankings.get(field) ?? rankField({ paper, field })
    rankings.set(field, ranking)
    return ranking
  })
}

/** The same from rankings that are made elsewhere. */
export function chooseFrom(rankingOf: (field: FieldName) => Ranking): ChosenFields {
  const { values, isProven } = chooseSums(rankingOf)
  const parties = chooseParties(rankingOf)
  const choices = new Map<FieldName, Choice>()
  for (const field of fieldNames) {
    const choice =
      values.get(field) ?? parties.get(field) ?? (isJoint(field) ? null : chooseAlone(rankingOf(field)))
    if (choice && choice.share >= leastShare) choices.set(field, choice)
  }
  return { choices, isProven }
}

const joint: FieldName[] = ['subtotal', 'tax', 'total', 'supplier', 'customer']

function isJoint(field: FieldName): boolean {
  return joint.includes(field)
}

function chooseAlone(ranking: Ranking): Choice | null {
  const [best] = ranking.choices
  return best && (best.share > ranking.nothing || best.isNamed) ? best : null
}

const mostParties = 8

/** Supplier and customer together: who is the one is not the other. */
function chooseParties(rankingOf: (field: FieldName) => Ranking): Map<FieldName, Choice> {
  const suppliers = rankingOf('supplier').choices.slice(0, mostParties)
  const { choices, nothing } = rankingOf('customer')
  const pairs = suppliers.flatMap((supplier) => [
    { supplier, customer: null, power: supplier.share * Math.max(nothing, 1e-4) },
    ...choices
      .slice(0, mostParties)
      .filter((customer) => !isSameParty({ supplier, customer }))
      .map((customer) => ({ supplier, customer, power: supplier.share * customer.share })),
  ])
  const [best] = pairs.sort((a, b) => b.power - a.power)
  if (!best) return new Map()
  const all = pairs.reduce((sum, { power }) => sum + power, 0)
  const shareOf = (isOf: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(isOf).reduce((sum, { power }) => sum + power, 0) / all
  const supplier = { ...best.supplier, share: shareOf((pair) => pair.supplier === best.supplier) }
  const chosen = new Map<FieldName, Choice>([['supplier', supplier]])
  const { customer } = best
  if (customer) chosen.set('customer', { ...customer, share: shareOf((pair) => pair.customer === customer) })
  return chosen
}

function isSameParty({ supplier, customer }: { supplier: Choice; customer: Choice }): boolean {
  const [a, b] = [supplier.candidate, customer.candidate]
  return a.key === b.key || a.words.some((word) => b.words.includes(word))
}
