const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const letterOrDigit = /[\p{L}\p{N}]/u

/**
 * The words of one stretch of a line, given from left to right, in the order in which they are read. Where most words
 * are Hebrew or Arabic the line begins at its right, and what is written to the right within it (names in Latin
 * letters, numbers of several words) keeps its order; in other lines, only words of those scripts change places.
 */
export function inLogicalOrder<W extends { text: string }>(words: W[]): W[] {
  const isRight = words.map(({ text }) => rightToLeft.test(text))
  if (!isRight.includes(true)) return words
  const isLeft = words.map(({ text }, index) => !isRight[index] && letterOrDigit.test(text))
  const lettersOf = (isOf: boolean[]) =>
    words.reduce((sum, { text }, index) => sum + (isOf[index] && /\p{L}/u.test(text) ? text.length : 0), 0)
  if (lettersOf(isRight) < lettersOf(isLeft)) return turnStretches({ words, isOf: isRight })
  return turnStretches({ words, isOf: isLeft }).reverse()
}

/** Turns round each stretch that begins and ends with a word of the kind, signs in between included. */
function turnStretches<W extends { text: string }>({ words, isOf }: { words: W[]; isOf: boolean[] }): W[] {
  const turned = [...words]
  const isOther = (index: number) => !isOf[index] && letterOrDigit.test(words[index]?.text ?? '')
  for (let start = 0; start < words.length; start += 1) {
    if (!isOf[start]) continue
    let end = start
    for (let next = start + 1; next < words.length && !isOther(next); next += 1) if (isOf[next]) end = next
    turned.splice(start, end - start + 1, ...words.slice(start, end + 1).reverse())
    start = end
  }
  return turned
}
