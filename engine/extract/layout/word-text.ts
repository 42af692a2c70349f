import type { Word } from '../../readers/reading'

/** Words as one text, joined by single blanks. */
export function textOf(words: Word[]): string {
  return words.map((word) => word.text).join(' ')
}

/** The words that a stretch of `textOf(words)` touches. */
export function wordsBetween({ words, start, end }: { words: Word[]; start: number; end: number }): Word[] {
  let at = 0
  return words.filter((word) => {
    const from = at
    at += word.text.length + 1
    return from < end && from + word.text.length > start
  })
}
