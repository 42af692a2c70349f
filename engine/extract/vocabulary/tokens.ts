import synonyms from '@/engine/knowledge/synonyms.json'
import { memoizeByText } from './memoize-by-ref'
import { toTextKey } from './text-key'

/** Words that join others and name nothing themselves, in the languages of the label book. */
const fillers = new Set(
  'of the a an and or in on for to by from as at is are its de la el los las del al y o e en der die das des dem und oder im am le les du et ou à il lo gli di da do dos das em van het een & dan'.split(
    ' ',
  ),
)

/** Words of form: they say what kind of value it is, hardly which one. */
const formWords = new Set(
  'date time number name amount value code id type text information info detail field fullname data document'.split(
    ' ',
  ),
)

const canonicalByKey = new Map(
  synonyms.flatMap((group) => group.map((word) => [toTextKey(word) || word, group[0] ?? word] as const)),
)

/**
 * The words of a name, title or label in the form they are compared in: camel and snake case taken apart, plurals
 * and synonyms made one, fillers left out.
 */
export const toTokens = memoizeByText((text): string[] => {
  const words = joinKnown(splitWords(text))
  const meaningful = words.filter((word) => !fillers.has(word))
  return (meaningful.length > 0 ? meaningful : words).map(toCanonical)
})

/** Whether a token says which value is meant, not only of what form it is. */
export function isDistinctive(token: string): boolean {
  return !formWords.has(token)
}

function splitWords(text: string): string[] {
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[’']s\b/g, '')
    .split(/[^\p{L}\p{N}#º°&]+/u)
    .map((word) => toTextKey(word) || word)
    .filter(Boolean)
}

/** `last name` and `date of birth` are words of their own. */
function joinKnown(words: string[]): string[] {
  const joined: string[] = []
  let at = 0
  while (at < words.length) {
    const length =
      [3, 2].find((count) => at + count <= words.length && isKnown(words.slice(at, at + count))) ?? 1
    joined.push(words.slice(at, at + length).join(''))
    at += length
  }
  return joined
}

function isKnown(words: string[]): boolean {
  return canonicalByKey.has(words.join(''))
}

function toCanonical(word: string): string {
  return canonicalByKey.get(word) ?? canonicalByKey.get(singular(word)) ?? singular(word)
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.slice(0, -1)
}
