import { parseArgs } from 'node:util'
import { type Calibration, certaintyOf } from '../extract/ranking/weights'
import { type FieldName, fieldNames } from '../extract/schema/trade-fields'
import { calibrate } from './calibrate'
import { crossValidate, fitFields, type Prediction } from './cross-validate'
import { trainLabelled } from './labelled/train-labelled'
import { trainMerge } from './merge/train-merge'
import { collectPapers } from './papers'
import { print, printCertainty, printScores, printSummary } from './report'
import { writeWeights } from './write-weights'

/**
 * Fits the weights by which the engine chooses values: `npm run train -- --data DIR [--made N] [--dry]`. Prints the
 * cross-validated score by field (companies of one fold are unseen by its weights), then writes the weights fitted to
 * all papers; the same data give the same bytes. `--dry` only prints. `--only labelled [--forms N]` fits those of own
 * schemas alone, to forms of the generator; `--only merge [--pages N]` those between two readings of a line, which takes
 * minutes.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/training' },
    made: { type: 'string', default: '6000' },
    epochs: { type: 'string', default: '10' },
    dry: { type: 'boolean', default: false },
    only: { type: 'string' },
    forms: { type: 'string', default: '2400' },
    pages: { type: 'string', default: '60' },
  },
})
const epochs = Number(options.epochs)
const began = Date.now()
const forms = { count: Number(options.forms), isDry: options.dry }
if (options.only === 'labelled') {
  trainLabelled(forms)
  process.exit()
}
if (options.only === 'merge') {
  await trainMerge({ folder: options.data, made: Number(options.pages), isDry: options.dry })
  process.exit()
}
const { papers, copies } = collectPapers({ folder: options.data, made: Number(options.made) })
say(`${papers.length} papers, ${copies.length} copies without blanks`)

const predictions = crossValidate({ papers, copies, epochs, onFold: (fold) => say(`fold ${fold + 1}`) })
printScores(predictions)
printSummary(predictions)

const calibrations = new Map(
  fieldNames.map((field): [FieldName, Calibration] => [field, calibrate(outcomesOf(field))]),
)
printCertainty({ predictions, certaintyOf: certainty })

if (!options.dry) {
  const weights = fitFields({ papers: [...papers, ...copies], epochs })
  const fields = new Map(
    fieldNames.map((field) => [
      field,
      { weights: weights.get(field) ?? new Float32Array(), calibration: calibrations.get(field) ?? [] },
    ]),
  )
  const { bytes, features } = writeWeights({
    fields,
    folder: new URL('../extract/trade/choose/', import.meta.url),
  })
  say(`${features} weights in ${Math.round(bytes / 1024)} kB`)
}

if (options.only === undefined) trainLabelled(forms)

function outcomesOf(field: FieldName) {
  return predictions.flatMap((one) => (one.field === field && one.outcome ? [one.outcome] : []))
}

function certainty({ field, outcome }: Prediction): number {
  return outcome ? certaintyOf({ share: outcome.share, calibration: calibrations.get(field) ?? [] }) : 0
}

function say(text: string): void {
  print(`${((Date.now() - began) / 1000).toFixed(0)} s: ${text}`)
}
