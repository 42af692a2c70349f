import { assign } from '@/engine/extract/labelled/assign'
import { rankCandidates } from '@/engine/extract/labelled/rank-candidates'
import { certaintyOf } from '@/engine/extract/ranking/weights'
import { calibrate, type Outcome } from '../calibrate'
import { fitWeights, type Sample } from '../fit'
import { foldCount } from '../generated'
import { print } from '../report'
import { writeWeights } from '../write-weights'
import { collectForms, type FormSample, type FormSamples, isSameValue } from './forms'
import { printLabelled } from './report-labelled'
import { trainColumns } from './train-columns'

const epochs = 8

export type LabelledPrediction = {
  form: FormSamples
  sample: FormSample
  /** Null where nothing was chosen. */
  outcome: (Outcome & { value: unknown }) | null
}

/** Fits the weights by which values of own schemas are chosen, tells how they do on unseen kinds of documents, and writes them. */
export function trainLabelled({ count, isDry }: { count: number; isDry: boolean }): LabelledPrediction[] {
  const forms = [...collectForms({ count, firstSeed: 1 })]
  print(`${forms.length} forms, ${forms.reduce((sum, { samples }) => sum + samples.length, 0)} values`)
  const predictions = crossValidate({ forms, epochs })
  const calibration = calibrate(predictions.flatMap(({ outcome }) => (outcome ? [outcome] : [])))
  printLabelled({ predictions, certaintyOf: (share) => certaintyOf({ share, calibration }) })
  const columns = trainColumns({ forms, epochs })
  if (!isDry) {
    const weights = fitWeights({ samples: samplesOf(forms), epochs })
    const { bytes, features } = writeWeights({
      fields: new Map([
        ['value', { weights, calibration }],
        ['column', columns],
      ]),
      folder: new URL('../../extract/labelled/', import.meta.url),
    })
    print(`labelled: ${features} weights in ${Math.round(bytes / 1024)} kB`)
  }
  return predictions
}

function samplesOf(forms: FormSamples[]): Sample[] {
  return forms.flatMap(({ samples }) =>
    samples
      .filter(({ scored }) => scored.candidates.length > 0)
      .map(({ scored, isRight }) => ({ choices: scored.features, isRight, weight: 1 })),
  )
}

function crossValidate({ forms, epochs }: { forms: FormSamples[]; epochs: number }): LabelledPrediction[] {
  const predictions: LabelledPrediction[] = []
  for (let fold = 0; fold < foldCount; fold += 1) {
    const weights = fitWeights({ samples: samplesOf(forms.filter((form) => form.fold !== fold)), epochs })
    for (const form of forms.filter((one) => one.fold === fold))
      predictions.push(...predict({ form, weights }))
  }
  return predictions
}

function predict({ form, weights }: { form: FormSamples; weights: Float32Array }): LabelledPrediction[] {
  const rankings = new Map(
    form.samples.map(({ field, scored }) => [field, rankCandidates({ ...scored, weights })]),
  )
  const assigned = assign(rankings)
  return form.samples.map((sample) => {
    const choice = assigned.get(sample.field)
    if (!choice) return { form, sample, outcome: null }
    const { value } = choice.candidate.read
    const isRight = isSameValue({ a: sample.truth, b: value })
    return { form, sample, outcome: { share: choice.share, isRight, value } }
  })
}
