import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { conceptsOf, type Paper } from '@/engine/extract/paper/paper'
import { addUpEqual, scoreOf, softmax } from '@/engine/extract/ranking/softmax'
import type { CandidateType } from '@/engine/extract/schema/trade-fields'
import { type FieldName, fieldSpecs } from '@/engine/extract/schema/trade-fields'
import { oncePer } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Candidate } from '../candidates/candidate'
import { collectCandidates } from '../candidates/collect-candidates'
import { featuresOf, featuresOfNothing } from '../features/features-of'
import { weightsOf } from './trained-weights'

/** A value that a field may have: its best candidate, and the share of all candidates that say the same. */
export type Choice = {
  candidate: Candidate
  share: number
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

const collectedOf = oncePer((_: Paper) => new Map<CandidateType, Collected>())

/** The values a field may have on a paper. */
export function rankField({ paper, field }: { paper: Paper; field: FieldName }): Ranking {
  const { type, concepts } = fieldSpecs[field]
  const { candidates, features } = candidatesOf({ paper, type })
  const nothing = featuresOfNothing({ paper, concepts, candidates })
  const isNamed = (candidate: Candidate) => isNamedAs({ paper, candidate, concepts })
  return rank({
    field,
    candidates,
    choices: [...features, nothing],
    weights: weightsOf(field).weights,
    isNamed,
  })
}

/** Whether the nearest label of a candidate is wholly one of some concepts. */
export function isNamedAs({
  paper,
  candidate: { segment, words },
  concepts,
}: {
  paper: Paper
  candidate: Candidate
  concepts: string[]
}): boolean {
  const { before } = splitCell({ segment, words })
  const { left, above } = surroundingsOf({ layout: paper.layout, segment })
  const cells = [left[0], above[0]].flatMap((cell) => (cell ? [{ words: cell.words, segment: cell }] : []))
  const labels = before.length > 0 ? [{ words: before, segment }] : cells
  return labels.some((label) =>
    conceptsOf({ ...label, paper }).some(({ concept, isWhole }) => isWhole && concepts.includes(concept)),
  )
}

/**
 * Candidates by their share of the softmax; equal values are one, with their shares added up.
 * @param choices the features of each candidate, and last those of "not printed"
 */
export function rank({
  field,
  candidates,
  choices,
  weights,
  isNamed,
}: {
  field: FieldName
  candidates: Candidate[]
  choices: Int32Array[]
  weights: Float32Array
  isNamed: (candidate: Candidate) => boolean
}): Ranking {
  const { isAlwaysPrinted = false } = fieldSpecs[field]
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
  const known = collectedOf(paper)
  const found = known.get(type)
  if (found) return found
  const candidates = collectCandidates({ paper, type })
  const made = { candidates, features: featuresOf({ paper, type, candidates }) }
  known.set(type, made)
  return made
}
