import { fieldNames } from '../extract/schema/trade-fields'
import type { Prediction } from './cross-validate'

/** The share of right choices by field and source: over all papers, and as the mean over companies. */
export function printScores(predictions: Prediction[]): void {
  const sources = [...new Set(predictions.map(({ source }) => source))]
  print(`\n${'field'.padEnd(18)}${sources.map((source) => source.padStart(22)).join('')}`)
  for (const field of fieldNames) {
    const cells = sources.map((source) => {
      const own = predictions.filter((one) => one.field === field && one.source === source)
      if (own.length === 0) return '–'.padStart(22)
      return `${share(own)} (${meanOfGroups(own)}) ${String(own.length).padStart(5)}`.padStart(22)
    })
    print(field.padEnd(18) + cells.join(''))
  }
}

/** Of the values chosen with at least this certainty, the share that is right; and how many of the right ones those are. */
export function printCertainty({
  predictions,
  certaintyOf,
}: {
  predictions: Prediction[]
  certaintyOf: (prediction: Prediction) => number
}): void {
  for (const from of [0.5, 0.8, 0.9, 0.95]) {
    const chosen = predictions.filter((one) => one.outcome !== null && certaintyOf(one) >= from)
    const right = chosen.filter(({ isRight }) => isRight).length
    const all = predictions.filter(({ isRight, outcome }) => isRight && outcome !== null).length
    print(
      `certainty ≥ ${from}: ${(right / Math.max(1, chosen.length)).toFixed(3)} right, ${(right / Math.max(1, all)).toFixed(2)} of all right values`,
    )
  }
}

const headline = ['supplier', 'invoice_number', 'date', 'total']
const receiptSources = ['sroie', 'pictures']

/** The headline fields of receipts over all papers, and of e-invoices as the mean over their companies. */
export function printSummary(predictions: Prediction[]): void {
  const told = predictions.filter(({ field, truth }) => headline.includes(field) && truth !== null)
  for (const source of receiptSources) {
    const own = told.filter((one) => one.source === source)
    if (own.length > 0) print(`${source}: ${share(own)}`)
  }
  const invoices = told.filter(({ source }) => !receiptSources.includes(source) && !source.startsWith('made'))
  print(`invoices, mean over companies: ${meanOfGroups(invoices)}`)
}

/** The mean over fields of the share of right choices, each paper's fields counted alike. */
export function meanScore(predictions: Prediction[]): number {
  return predictions.filter(({ isRight }) => isRight).length / Math.max(1, predictions.length)
}

function share(predictions: Prediction[]): string {
  return meanScore(predictions).toFixed(3)
}

function meanOfGroups(predictions: Prediction[]): string {
  const groups = new Map<string, Prediction[]>()
  for (const one of predictions) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  const means = [...groups.values()].map(meanScore)
  return (means.reduce((sum, mean) => sum + mean, 0) / means.length).toFixed(3)
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
