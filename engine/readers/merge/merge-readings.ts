import type { Letter } from '../picture/letters/decode-letters'
import type { StripWord } from '../tesseract/strip-word'
import { describeDifference, findDifferences } from './choose-letters'
import { compareReadings, type LineReadings } from './line-readings'
import { describeGap } from './place-blanks'
import trained from './weights.json'

/** The recogniser's letters stand unless tesseract's score by more: its names of firms are the better ones. */
const clearlyBetter = 0.8

export type MergeWeights = { letters: Weights; blanks: Weights }
/** By the names of what speaks for a choice. */
export type Weights = Record<string, number>

/**
 * The better of two readings of a line, letter by letter, with its blanks. Weights were trained on receipts and made
 * pages; on papers left out of the training it is at least the better of both.
 */
export function mergeReadings({
  weights = trained,
  ...input
}: {
  letters: Letter[]
  words: StripWord[]
  aspect: number
  weights?: MergeWeights
}): Letter[] {
  const readings = compareReadings(input)
  const letters = chooseLetters({ readings, weights: weights.letters })
  return placeBlanks({ readings, letters, weights: weights.blanks })
}

/** For each pair the letter that stands; null: none. */
function chooseLetters({
  readings,
  weights,
}: {
  readings: LineReadings
  weights: Weights
}): (Letter | null)[] {
  const chosen = readings.pairs.map(({ first, second }) =>
    first && second && first.confidence < second.confidence
      ? { ...first, confidence: second.confidence }
      : first,
  )
  if (readings.confidence.second === 0) return chosen
  for (const difference of findDifferences(readings)) {
    const isSecond =
      score({ weights, features: describeDifference({ readings, difference }) }) > clearlyBetter
    for (let at = difference.from; at < difference.to; at += 1) {
      const pair = readings.pairs[at]
      chosen[at] = (isSecond ? pair?.second : pair?.first) ?? null
    }
  }
  return chosen
}

function placeBlanks({
  readings,
  letters,
  weights,
}: {
  readings: LineReadings
  letters: (Letter | null)[]
  weights: Weights
}): Letter[] {
  const placed: Letter[] = []
  let isBlankDue = false
  for (const [index, letter] of letters.entries()) {
    if (letter && isBlankDue && placed.length > 0) placed.push({ text: ' ', at: letter.at, confidence: 1 })
    if (letter) {
      placed.push(letter)
      isBlankDue = false
    }
    const features = index < letters.length - 1 ? describeGap({ readings, after: index }) : {}
    if (score({ weights, features }) > 0) isBlankDue = true
  }
  return placed
}

function score({ weights, features }: { weights: Weights; features: Record<string, number> }): number {
  return Object.entries(features).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0)
}
