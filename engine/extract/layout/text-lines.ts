import type { Word } from '../../readers/reading'
import { bottomOf, middleOf, rightOf, verticalOverlap } from './box'

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
  let bestFit = 0
  for (const line of lines) {
    const last = line[line.length - 1]
    // Most lines end far above or below the word; to see that is cheaper than to measure how far.
    if (!last || last.box.y > bottomOf(word.box) || bottomOf(last.box) < word.box.y) continue
    const overlap = verticalOverlap({ a: last.box, b: word.box })
    if (overlap <= minOverlap) continue
    // Of two lines at its height, a word continues the one that ends nearer: specks of dirt begin lines, too.
    const gap = Math.max(0, word.box.x - rightOf(last.box)) / Math.max(word.box.height, 1)
    const fit = overlap + 0.5 / (1 + gap)
    if (fit > bestFit) {
      best = line
      bestFit = fit
    }
  }
  return best
}

function averageMiddle(line: Word[]): number {
  return line.reduce((sum, word) => sum + middleOf(word.box), 0) / line.length
}
