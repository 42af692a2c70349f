import { toPaper } from '../extract/paper/paper'
import { type FieldName, fieldNames, fieldSpecs } from '../extract/schema/trade-fields'
import type { Candidate } from '../extract/trade/candidates/candidate'
import { candidatesOf, isNamedAs } from '../extract/trade/choose/rank-field'
import { featuresOfNothing } from '../extract/trade/features/features-of'
import { toTextKey } from '../extract/vocabulary/text-key'
import type { Sample } from './fit'
import type { TrainingPaper } from './training-paper'

type FieldSample = Sample & {
  candidates: Candidate[]
  isNamed: (candidate: Candidate) => boolean
  isFindable: boolean
}

/** The samples of a paper by field; fields whose truth is not known have none. */
export type PaperSamples = {
  paper: Pick<TrainingPaper, 'id' | 'source' | 'fold' | 'group' | 'truth'>
  samples: { [field in FieldName]?: FieldSample }
}

export function toSamples({ paper, weight }: { paper: TrainingPaper; weight: number }): PaperSamples {
  const laid = toPaper(paper.reading)
  const samples: PaperSamples['samples'] = {}
  for (const name of fieldNames) {
    const { type, concepts, isAlwaysPrinted } = fieldSpecs[name]
    const truth = paper.truth[name]
    if (truth === undefined) continue
    const { candidates, features } = candidatesOf({ paper: laid, type })
    const isRight = candidates.map((candidate) => truth !== null && isSame({ candidate, truth }))
    const isFindable = isRight.includes(true)
    const nothing = isAlwaysPrinted ? [] : [featuresOfNothing({ paper: laid, concepts, candidates })]
    samples[name] = {
      choices: [...features, ...nothing],
      isRight: [...isRight, ...nothing.map(() => truth === null)],
      candidates,
      isNamed: (candidate) => isNamedAs({ candidate, concepts }),
      // What cannot be found among the candidates teaches nothing.
      weight: isFindable || (truth === null && !isAlwaysPrinted) ? weight : 0,
      isFindable: truth === null || isFindable,
    }
  }
  const { id, source, fold, group, truth } = paper
  return { paper: { id, source, fold, group, truth }, samples }
}

/** Whether a candidate says what is true. */
export function isSame({ candidate, truth }: { candidate: Candidate; truth: string | number }): boolean {
  if (typeof truth === 'number') return Math.abs(Number(candidate.value) - truth) < 0.005
  if (candidate.type === 'name') return candidate.key === toTextKey(truth)
  if (candidate.type === 'date') return candidate.value === truth
  // A till prints seconds that the truth may leave out.
  if (candidate.type === 'time') return candidate.key.slice(0, 5) === truth.slice(0, 5)
  return candidate.key === truth.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
}
