import type { Word } from '../../reading'

/** What recognisers of little skill make of letters: digits and capitals within words, strokes, signs in a row. */
const garbled = /\p{Ll}\d|\d\p{Ll}{2}|\p{Ll}\p{Lu}|[|~^\\{}<>]|[;:'"`_*]{2}|\ufffd/u
/** Of the letters. */
const mostGarbled = 0.12

/** Whether the words of a hidden text layer read like writing. */
export function isPlausibleLayer(words: Word[]): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const poor = words.reduce((sum, { text }) => sum + (garbled.test(text) ? text.length : 0), 0)
  return letters > 0 && poor <= letters * mostGarbled
}
