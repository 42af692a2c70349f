import { conceptsOf, labelsBeside } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import { addUpEqual, type Shared, scoreOf, softmax } from '@/engine/extract/ranking/softmax'
import { type CandidateType, type FieldName, fieldSpecs } from '@/engine/extract/schema/trade-fields'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Candidate } from '../candidates/candidate'
import { collectCandidates } from '../candidates/collect-candidates'
import { featuresOf, featuresOfNothing } from '../features/features-of'
import { weightsOf } from './trained-weights'

/** A value that a field may have: its best candidate, and the share of all candidates that say the same. */
export type Choice = Shared<Candidate> & {
  /** Whether the label beside or above it is one of the field's. */
  isNamed: boolean
}

export type Ranking = {
  /** Best first. */
  choices: Choice[]
  /** The share of "not printed"; of a field that is always printed 0. */
  nothing: number
}

type Collected = { candidates: Candidate[]; features: Int32Array[] }

/** Less likely candidates are never chosen, whatever names them. */
const mostNamed = 6

/** The values a field may have on a paper. */
export function rankField({ paper, field }: { paper: Paper; field: FieldName }): Ranking {
  const { type, concepts } = fieldSpecs[field]
  const { candidates, features } = candidatesOf({ paper, type })
  const nothing = featuresOfNothing({ paper, concepts, candidates })
  const isNamed = (candidate: Candidate) => isNamedAs({ candidate, concepts })
  const { weights } = weightsOf(field)
  return rank({ field, candidates, choices: [...features, nothing], weights, isNamed })
}

/** Whether the nearest label of a candidate is wholly one of some concepts. */
export function isNamedAs({ candidate, concepts }: { candidate: Candidate; concepts: string[] }): boolean {
  const [before, ...cells] = labelsBeside(candidate)
  const labels = before && before.words.length > 0 ? [before] : cells
  return labels.some((label) =>
    conceptsOf(label).some(({ concept, isWhole }) => isWhole && concepts.includes(concept)),
  )
}

/**
 * Candidates by their share of the softmax; equal values are one, with their shares added up.
 * @param given.choices the features of each candidate, and last those of "not printed"
 */
export function rank(given: {
  field: FieldName
  candidates: Candidate[]
  choices: Int32Array[]
  weights: Float32Array
  isNamed: (candidate: Candidate) => boolean
}): Ranking {
  const { candidates, choices, weights, isNamed } = given
  const { isAlwaysPrinted = false } = fieldSpecs[given.field]
  const eligible = isAlwaysPrinted ? choices.slice(0, candidates.length) : choices
  const shares = eligible.length === 0 ? [] : softmax(eligible.map((places) => scoreOf({ weights, places })))
  return {
    choices: addUpEqual({ candidates, shares }).map((choice, at) => ({
      ...choice,
      isNamed: at < mostNamed && isNamed(choice.candidate),
    })),
    nothing: isAlwaysPrinted ? 0 : (shares.at(-1) ?? 1),
  }
}

/** Everything on a paper that has the form of a type, with its features; worked out once, whatever fields choose. */
export function candidatesOf({ paper, type }: { paper: Paper; type: CandidateType }): Collected {
  const known = collectedOn(paper)
  const found = known.get(type)
  if (found) return found
  const candidates = collectCandidates({ paper, type })
  const made = { candidates, features: featuresOf({ paper, type, candidates }) }
  known.set(type, made)
  return made
}

const collectedOn = memoizeByRef((_paper: Paper) => new Map<CandidateType, Collected>())
