import { addUpEqual, type Shared, scoreOf, softmax } from '../ranking/softmax'
import type { ValueField } from '../schema/schema-field'
import { featuresOf, featuresOfNothing } from './features/features'
import { type Candidate, collectCandidates, type Search } from './search/collect'

/** A value that a field may have: its best candidate, and the share of all that say the same. */
export type Choice = Shared<Candidate>

export type Ranking = {
  /** Best first. */
  choices: Choice[]
  /** The share of "not printed, or not to be found". */
  nothing: number
}

export type Scored = {
  candidates: Candidate[]
  /** The features of each candidate, and last those of "nothing". */
  features: Int32Array[]
}

export function scoreCandidates({ search, field }: { search: Search; field: ValueField }): Scored {
  const candidates = collectCandidates({ search, field })
  const given = { search, field, candidates }
  return { candidates, features: [...featuresOf(given), featuresOfNothing(given)] }
}

/** Candidates by their share of the softmax; equal values are one. */
export function rankCandidates({
  candidates,
  features,
  weights,
}: Scored & { weights: Float32Array }): Ranking {
  const shares = softmax(features.map((places) => scoreOf({ weights, places })))
  const choices = addUpEqual({ candidates, shares })
  return { choices: choices.slice(0, 8), nothing: shares.at(-1) ?? 1 }
}
