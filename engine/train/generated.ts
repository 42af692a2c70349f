import { makePaper } from '../../tests/papers/make-paper'
import { toReading } from '../../tests/papers/to-reading'
import { fieldNames } from '../extract/schema/trade-fields'
import type { TrainingPaper } from './training-paper'

/** Every third paper is read as from a picture, with the mistakes of recognisers. */
const noisyEvery = 3
/** Scripts of their own are rare among the generator's papers; their labels are to be learnt all the same. */
const scriptEvery = 10
const scripts = ['el', 'ru', 'uk', 'bg', 'ja', 'ko', 'zh', 'he', 'ar']
export const foldCount = 5

/** Papers of the generator with all that is true of them; the same for the same count. */
export function* generatePapers({
  count,
  firstSeed,
}: {
  count: number
  firstSeed: number
}): Generator<TrainingPaper> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const language = seed % scriptEvery === 0 ? scripts[(seed / scriptEvery) % scripts.length] : undefined
    const paper = makePaper({ seed, ...(language && { language }) })
    const noise = seed % noisyEvery === 0 ? 0.2 + (seed % 7) / 10 : 0
    const known = Object.fromEntries(Object.entries(paper.truth).map(([field, { value }]) => [field, value]))
    const number = known.invoice_number ?? known.receipt_number
    // Quotations and their kin have numbers of their own, which an invoice's weights are not to pass over.
    const isOther = !['invoice', 'credit_note', 'receipt'].includes(paper.kind)
    const truth: TrainingPaper['truth'] = {
      ...Object.fromEntries(fieldNames.map((field) => [field, known[field] ?? null])),
      // A till's receipt has one number, whatever the step calls it.
      invoice_number: number ?? null,
      receipt_number: known.receipt_number ?? known.invoice_number ?? null,
    }
    if (isOther && number === undefined) {
      delete truth.invoice_number
      delete truth.receipt_number
    }
    yield {
      id: paper.id,
      source: noise > 0 ? 'made-ocr' : 'made',
      fold: foldOf(paper.group),
      group: paper.group,
      reading: toReading(paper, { noise, seed }),
      truth,
    }
  }
}

/** Papers of one group are in one fold. */
export function foldOf(group: string): number {
  let sum = 0
  for (let at = 0; at < group.length; at += 1) sum = (sum * 31 + group.charCodeAt(at)) >>> 0
  return sum % foldCount
}
