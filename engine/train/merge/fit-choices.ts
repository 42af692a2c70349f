import type { Weights } from '../../readers/merge/merge-readings'

/** A choice between yes and no, what speaks for it, and what is right. */
export type Choice = { features: Record<string, number>; isRight: boolean; weight: number }

const rounds = 300
const rate = 0.3
/** Rarer features tell of their few lines alone. */
const leastSeen = 8
const shownFrom = 0.03

/** A logistic model fitted by AdaGrad with all choices a step. The same choices in the same order give the same weights. */
export function fitChoices(choices: Choice[]): Weights {
  const names = listNames(choices)
  const rows = toRows({ choices, names })
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-8)
  for (let round = 0; round < rounds; round += 1) {
    const slopes = slopesOf({ choices, rows, weights })
    for (const [place, weight] of weights.entries()) {
      const slope = ((slopes[place] ?? 0) + weight) / total
      const square = (squares[place] ?? 0) + slope * slope
      squares[place] = square
      weights[place] = weight - (rate * slope) / Math.sqrt(square)
    }
  }
  const rounded = names.map((name, place): [string, number] => [
    name,
    Math.round((weights[place] ?? 0) * 100) / 100,
  ])
  return Object.fromEntries(rounded.filter(([, weight]) => Math.abs(weight) >= shownFrom))
}

/** Features of all choices one after the other; those of a choice begin where the ones before it end. */
type Rows = { ends: number[]; places: Int32Array; values: Float64Array }

function toRows({ choices, names }: { choices: Choice[]; names: string[] }): Rows {
  const placeOf = new Map(names.map((name, place) => [name, place]))
  const [ends, places, values]: [number[], number[], number[]] = [[], [], []]
  for (const { features } of choices) {
    for (const [name, value] of Object.entries(features)) {
      const place = placeOf.get(name)
      if (place === undefined) continue
      places.push(place)
      values.push(value)
    }
    ends.push(places.length)
  }
  return { ends, places: Int32Array.from(places), values: Float64Array.from(values) }
}

function slopesOf(input: { choices: Choice[]; rows: Rows; weights: Float64Array }): Float64Array {
  const { choices, weights } = input
  const { ends, places, values } = input.rows
  const slopes = new Float64Array(weights.length)
  let from = 0
  for (const [at, { isRight, weight }] of choices.entries()) {
    const to = ends[at] ?? from
    let score = 0
    for (let one = from; one < to; one += 1) score += (weights[places[one] ?? 0] ?? 0) * (values[one] ?? 0)
    const error = (1 / (1 + Math.exp(-score)) - (isRight ? 1 : 0)) * weight
    for (let one = from; one < to; one += 1) {
      const place = places[one] ?? 0
      slopes[place] = (slopes[place] ?? 0) + error * (values[one] ?? 0)
    }
    from = to
  }
  return slopes
}

/** In the order of their code units, which is that of the file. */
function listNames(choices: Choice[]): string[] {
  const seen = new Map<string, number>()
  for (const { features } of choices)
    for (const name of Object.keys(features)) seen.set(name, (seen.get(name) ?? 0) + 1)
  return [...seen.keys()].filter((name) => (seen.get(name) ?? 0) >= leastSeen).sort()
}
