import type { Letter } from '@/engine/readers/picture/letters/decode-letters'
import { alignLetters } from '../../readers/merge/align-letters'
import { type Difference, describeDifference, findDifferences } from '../../readers/merge/choose-letters'
import { compareReadings, type LineReadings } from '../../readers/merge/line-readings'
import { describeGap } from '../../readers/merge/place-blanks'
import { editDistance } from './compare-texts'
import type { Choice } from './fit-choices'
import type { PrintedLine } from './printed-lines'

/** Lines of which less was read tell nothing. */
const leastRead = 0.4
/** What a line of one reading alone weighs among those of two. */
const aloneWeight = 0.3
const mostWeight = 3
/** Accents are rare among all differences, and a transcript in capitals knows none. */
const accentWeight = 3

/** Where the two readings of a line differ, and whether the second one is nearer to the truth. */
export function listLetterChoices(line: PrintedLine): Choice[] {
  if (line.letters.length === 0 || line.words.length === 0) return []
  const readings = compareReadings(line)
  const truth = withoutBlanks(inCaseOf({ line, text: line.truth }))
  const mistakes = (difference?: Difference) =>
    editDistance({ from: inCaseOf({ line, text: textOf({ readings, difference }) }), to: truth })
  const usual = mistakes()
  if (usual > truth.length * (1 - leastRead)) return []
  return findDifferences(readings).flatMap((difference) => {
    const gain = usual - mistakes(difference)
    if (gain === 0) return []
    const features = describeDifference({ readings, difference })
    const weight =
      Math.min(mostWeight, Math.abs(gain)) * (isAccented(features) && !line.isInCapitals ? accentWeight : 1)
    return [{ features, isRight: gain > 0, weight }]
  })
}

function isAccented({ accentFirst, accentSecond, foreignSecond }: Choice['features']): boolean {
  return Boolean(accentFirst || accentSecond || foreignSecond)
}

/** The first reading, at one difference the second. */
function textOf(input: { readings: LineReadings; difference: Difference | undefined }): string {
  const { from, to } = input.difference ?? { from: 0, to: 0 }
  return input.readings.pairs
    .map(({ first, second }, at) => (at >= from && at < to ? second : first)?.text ?? '')
    .join('')
}

/** The gaps between letters, and whether a blank stands there; once as the first reading alone shows them. */
export function listBlankChoices(line: PrintedLine): Choice[] {
  return [
    ...listGaps({ line, weight: 1 }),
    ...listGaps({ line: { ...line, words: [] }, weight: aloneWeight }),
  ]
}

function listGaps({ line, weight }: { line: PrintedLine; weight: number }): Choice[] {
  const readings = compareReadings(line)
  const { letters, beforeBlank } = lettersOfTruth(line)
  const read = readings.pairs.flatMap(({ first, second }) => first ?? second ?? [])
  const meant = alignLetters({
    first: read.map((letter) => ({ ...letter, text: inCaseOf({ line, text: letter.text }) })),
    second: letters,
  }).flatMap(({ first, second }) => (first ? [second] : []))
  return meant.slice(0, -1).flatMap((letter, after) => {
    const next = meant[after + 1]
    const isKnown = letter && next && letters.indexOf(next) === letters.indexOf(letter) + 1
    if (!isKnown) return []
    return [{ features: describeGap({ readings, after }), isRight: beforeBlank.has(letter), weight }]
  })
}

function lettersOfTruth(line: PrintedLine): { letters: Letter[]; beforeBlank: Set<Letter> } {
  const words = inCaseOf({ line, text: line.truth })
    .split(' ')
    .map((word) => [...word].map((text): Letter => ({ text, at: 0, confidence: 1 })))
  return { letters: words.flat(), beforeBlank: new Set(words.flatMap((word) => word.slice(-1))) }
}

function withoutBlanks(text: string): string {
  return text.replaceAll(' ', '')
}

/** What is said of case counts only where the transcript has any. */
export function inCaseOf({ line, text }: { line: PrintedLine; text: string }): string {
  return line.isInCapitals ? text.toUpperCase() : text
}
