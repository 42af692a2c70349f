import { type FieldName, fieldNames } from '../extract/schema/trade-fields'
import { chooseFrom } from '../extract/trade/choose/choose-fields'
import { rank } from '../extract/trade/choose/rank-field'
import type { Outcome } from './calibrate'
import { fitWeights } from './fit'
import { foldCount } from './generated'
import { isSame, type PaperSamples } from './samples'

/** What was chosen for one field of one paper whose company the weights had not seen. */
export type Prediction = {
  field: FieldName
  source: string
  group: string
  truth: string | number | null
  isRight: boolean
  /** The share of what was chosen; null where nothing was. */
  outcome: Outcome | null
}

export type Weights = Map<FieldName, Float32Array>

/** Fits every field's weights to some papers. */
export function fitFields({ papers, epochs }: { papers: PaperSamples[]; epochs: number }): Weights {
  return new Map(
    fieldNames.map((field) => {
      const samples = papers.flatMap(({ samples: { [field]: sample } }) =>
        sample && sample.weight > 0 ? [sample] : [],
      )
      return [field, fitWeights({ samples, epochs })]
    }),
  )
}

/** Chooses on each fold with weights that were fitted to the others. */
export function crossValidate({
  papers,
  copies = [],
  heldOut = [],
  epochs,
  folds = foldCount,
  onFold,
}: {
  papers: PaperSamples[]
  /** Only to fit to: papers that stand among the others in another form. */
  copies?: PaperSamples[]
  /** Only to choose on. */
  heldOut?: PaperSamples[]
  epochs: number
  folds?: number
  onFold?: (fold: number) => void
}): Prediction[] {
  const predictions: Prediction[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    const isOutside = ({ paper }: PaperSamples) => paper.fold !== fold
    const weights = fitFields({ papers: [...papers, ...copies].filter(isOutside), epochs })
    for (const one of [...papers, ...heldOut].filter(({ paper }) => paper.fold === fold))
      predictions.push(...predict({ paper: one, weights }))
    onFold?.(fold)
  }
  return predictions
}

function predict({
  paper: { paper, samples },
  weights,
}: {
  paper: PaperSamples
  weights: Weights
}): Prediction[] {
  const { choices } = chooseFrom((field) => {
    const sample = samples[field]
    const own = weights.get(field)
    if (!sample || !own) return { choices: [], nothing: 1 }
    const { candidates, choices: eligible, isNamed } = sample
    return rank({ field, candidates, choices: eligible, weights: own, isNamed })
  })
  return fieldNames.flatMap((field) => {
    const truth = paper.truth[field]
    if (truth === undefined) return []
    const choice = choices.get(field)
    const isRight = choice ? truth !== null && isSame({ candidate: choice.candidate, truth }) : truth === null
    const outcome = choice ? { share: choice.share, isRight } : null
    return [{ field, source: paper.source, group: paper.group, truth, isRight, outcome }]
  })
}
