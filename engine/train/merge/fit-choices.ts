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
  const places = new Map(names.map((name, place) => [name, place]))
  const rows = choices.map(({ features }) =>
    Object.entries(features).flatMap(([name, value]): [number, number][] => {
      const place = places.get(name)
      return place === undefined ? [] : [[place, value]]
    }),
  )
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-8)
  for (let round = 0; round < rounds; round += 1) {
    const slopes = weights.map((weight) => weight / total)
    for (const [at, row] of rows.entries()) {
      const choice = choices[at]
      if (!choice) continue
      const score = row.reduce((sum, [place, value]) => sum + (weights[place] ?? 0) * value, 0)
      const error = ((1 / (1 + Math.exp(-score)) - (choice.isRight ? 1 : 0)) * choice.weight) / total
      for (const [place, value] of row) slopes[place] = (slopes[place] ?? 0) + error * value
    }
    for (const [place, slope] of slopes.entries()) {
      const square = (squares[place] ?? 0) + slope * slope
      squares[place] = square
      weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square)
    }
  }
  const rounded = names.map((name, place): [string, number] => [
    name,
    Math.round((weights[place] ?? 0) * 100) / 100,
  ])
  return Object.fromEntries(rounded.filter(([, weight]) => Math.abs(weight) >= shownFrom))
}

/** In the order of their code units, which is that of the file. */
function listNames(choices: Choice[]): string[] {
  const seen = new Map<string, number>()
  for (const { features } of choices)
    for (const name of Object.keys(features)) seen.set(name, (seen.get(name) ?? 0) + 1)
  return [...seen.keys()].filter((name) => (seen.get(name) ?? 0) >= leastSeen).sort()
}
