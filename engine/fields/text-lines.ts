import type { Word } from '../readers/reading'
import { middleOf, verticalOverlap } from './box'

/**
 * Lines of a page from top to bottom, each from left to right. A word joins the line whose last word
 * stands at its height, which follows a page that lies slightly askew.
 */
export function joinIntoLines(words: Word[]): Word[][] {
  const lines: Word[][] = []
  for (const word of [...words].sort((a, b) => a.box.x - b.box.x)) {
    const line = findLine({ lines, word })
    if (line) line.push(word)
    else lines.push([word])
  }
  return lines.sort((a, b) => averageMiddle(a) - averageMiddle(b))
}

/** Two words belong together when they share this much of the shorter one's height. */
const minOverlap = 0.55

function findLine({ lines, word }: { lines: Word[][]; word: Word }): Word[] | undefined {
  let best: Word[] | undefined
  let bestOverlap = minOverlap
  for (const line of lines) {
    const last = line.at(-1)
    const overlap = last ? verticalOverlap({ a: last.box, b: word.box }) : 0
    if (overlap > bestOverlap) {
      best = line
      bestOverlap = overlap
    }
  }
  return best
}

function averageMiddle(line: Word[]): number {
  return line.reduce((sum, word) => sum + middleOf(word.box), 0) / line.length
}
