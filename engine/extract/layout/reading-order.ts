import type { Word } from '../../readers/reading'

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u

/** Whether some text is mostly written from right to left. */
export function isRightToLeft(text: string): boolean {
  const count = (pattern: RegExp) => [...text].filter((letter) => pattern.test(letter)).length
  return count(rightToLeft) > count(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u)
}

/**
 * Words of a cell, from left to right on the page, in the order in which they are read: reversed where they are written
 * from right to left, but for the runs of Latin words and figures among them.
 */
export function toReadingOrder(words: Word[]): Word[] {
  if (
    !words.some(({ text }) => rightToLeft.test(text)) ||
    !isRightToLeft(words.map(({ text }) => text).join(''))
  )
    return words
  const ordered: Word[] = []
  let run: Word[] = []
  for (const word of [...words].reverse()) {
    const isLatin = !rightToLeft.test(word.text) && leftToRight.test(word.text)
    if (isLatin) run.unshift(word)
    else {
      ordered.push(...run, word)
      run = []
    }
  }
  return [...ordered, ...run]
}
