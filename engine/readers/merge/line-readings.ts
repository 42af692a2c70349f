import type { Letter } from '../picture/letters/decode-letters'
import type { StripWord } from '../tesseract/strip-word'
import { alignLetters, type Pair, toPlainLetter } from './align-letters'

/** Two readings of one line side by side, blanks aside, and how well they agree (0 to 1). */
export type LineReadings = {
  pairs: Pair[]
  /** Letters of the first reading, and those before the distance to the next word of the second: in heights of the line. */
  blanks: { first: Set<Letter>; second: Map<Letter, number> }
  /** Distance from letter to letter of the first reading, the median; shares of the line. */
  pitch: number
  /** Length of the line in its heights. */
  aspect: number
  agreement: { exact: number; plain: number }
  confidence: { first: number; second: number }
}

/** `letters` are the recogniser's, with its blanks; `words` are tesseract's. */
export function compareReadings(input: {
  letters: Letter[]
  words: StripWord[]
  aspect: number
}): LineReadings {
  const own = input.letters.flatMap(unfold)
  const first = own.filter(({ text }) => text !== ' ')
  const beforeBlank = own.filter(({ text }, index) => text !== ' ' && own[index + 1]?.text === ' ')
  const words = input.words.map((word) => ({ ...word, letters: spread(word) }))
  const second = words.flatMap(({ letters }) => letters)
  const gaps = words.flatMap(({ letters, to }, index): [Letter, number][] => {
    const [last, next] = [letters.at(-1), words[index + 1]]
    return last && next ? [[last, (next.from - to) * input.aspect]] : []
  })
  const pairs = alignLetters({ first, second })
  return {
    pairs,
    blanks: { first: new Set(beforeBlank), second: new Map(gaps) },
    pitch: medianDistance(first),
    aspect: input.aspect,
    agreement: {
      exact: shareOf({ pairs, agree: (a, b) => a === b }),
      plain: shareOf({ pairs, agree: (a, b) => toPlainLetter(a) === toPlainLetter(b) }),
    },
    confidence: { first: meanConfidence(first), second: meanConfidence(second) },
  }
}

/** The recogniser knows wide forms of brackets and the like, and signs that stand for two letters. */
function unfold(letter: Letter): Letter[] {
  return [...letter.text.normalize('NFKC')].map((text) => ({ ...letter, text }))
}

function spread({ text, confidence, from, to }: StripWord): Letter[] {
  const letters = [...text]
  return letters.map((letter, index) => ({
    text: letter,
    at: from + ((index + 0.5) / letters.length) * (to - from),
    confidence,
  }))
}

/** From letter to letter; shares of the line. */
export function medianDistance(letters: Letter[]): number {
  const distances = letters.slice(1).map(({ at }, index) => at - (letters[index]?.at ?? at))
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0.5
}

function shareOf({ pairs, agree }: { pairs: Pair[]; agree: (a: string, b: string) => boolean }): number {
  const agreeing = pairs.filter(({ first, second }) => first && second && agree(first.text, second.text))
  return agreeing.length / Math.max(1, pairs.length)
}

export function meanConfidence(letters: Letter[]): number {
  return letters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, letters.length)
}
