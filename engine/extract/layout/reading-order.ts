const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const letterOrDigit = /[\p{L}\p{N}]/u

/** Whether some text is mostly written from right to left. */
export function isRightToLeft(text: string): boolean {
  if (!rightToLeft.test(text)) return false
  const count = (pattern: RegExp) => [...text].filter((letter) => pattern.test(letter)).length
  return count(rightToLeft) > count(leftToRight)
}

/**
 * Words of a cell, from left to right on the page, in the order in which they are read. Where most of it is Hebrew or
 * Arabic it begins at its right, and names in Latin letters and numbers of several words within it keep their order;
 * elsewhere only words of those scripts change places.
 */
export function toReadingOrder<W extends { text: string }>(words: W[]): W[] {
  if (!words.some(({ text }) => rightToLeft.test(text))) return words
  const isRight = words.map(({ text }) => rightToLeft.test(text))
  if (!isRightToLeft(words.map(({ text }) => text).join(''))) return turnStretches({ words, isOf: isRight })
  const isLeft = words.map(({ text }, index) => !isRight[index] && letterOrDigit.test(text))
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
