import type { Word } from '@/engine/readers/reading'
import { bottomOf, middleOf, rightOf, verticalOverlap } from '../box'

/** Two words belong together when they share this much of the shorter one's height. */
const minOverlap = 0.55

/**
 * Lines of a page from top to bottom, each from left to right. A word joins the line whose last word
 * stands at its height, which follows a page that lies slightly askew.
 */
export function joinIntoLines(words: Word[]): Word[][] {
  const lines: Word[][] = []
  // Edges of each line's last word: most lines end far above or below the next one, which is seen by these alone.
  const tops: number[] = []
  const bottoms: number[] = []
  for (const word of [...words].sort((a, b) => a.box.x - b.box.x)) {
    const top = word.box.y
    const bottom = bottomOf(word.box)
    let best = lines.length
    let bestFit = 0
    for (let at = 0; at < lines.length; at += 1) {
      if ((tops[at] ?? 0) > bottom || (bottoms[at] ?? 0) < top) continue
      const fit = fitOf({ last: lines[at]?.at(-1), word })
      if (fit <= bestFit) continue
      best = at
      bestFit = fit
    }
    const line = lines[best]
    if (line) line.push(word)
    else lines.push([word])
    tops[best] = top
    bottoms[best] = bottom
  }
  return lines.sort((a, b) => averageMiddle(a) - averageMiddle(b))
}

/** Of two lines at its height, a word continues the one that ends nearer: specks of dirt begin lines, too. */
function fitOf({ last, word }: { last: Word | undefined; word: Word }): number {
  const overlap = last ? verticalOverlap({ a: last.box, b: word.box }) : 0
  if (!last || overlap <= minOverlap) return 0
  const gap = Math.max(0, word.box.x - rightOf(last.box)) / Math.max(word.box.height, 1)
  return overlap + 0.5 / (1 + gap)
}

function averageMiddle(line: Word[]): number {
  return line.reduce((sum, word) => sum + middleOf(word.box), 0) / line.length
}
