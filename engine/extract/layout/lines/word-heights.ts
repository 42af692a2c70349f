import type { Box, Word } from '@/engine/readers/reading'

/** What the height of a box is to twice the mean width of its letters in ordinary fonts. */
const usualRatio = 1.1

/** Shorter words say little about a font's mean width. */
const isLong = /(?:\p{L}\P{L}*){4}/u

/**
 * Boxes of PDF text reach as far as the font's tallest sign, which in fonts of many scripts is over the line above and
 * below: such boxes are brought to the height of print, around their middle.
 */
export function trimTallBoxes(words: Word[]): Word[] {
  const ratios = words
    .filter(({ text, box }) => isLong.test(text) && hasExtent(box))
    .map((word) => (word.box.height * word.text.length) / (2 * word.box.width))
    .sort((a, b) => a - b)
  const ratio = ratios[Math.floor(ratios.length / 2)] ?? usualRatio
  if (ratio <= usualRatio) return words
  const share = usualRatio / ratio
  return words.map((word) => {
    const height = word.box.height * share
    const y = word.box.y + (word.box.height - height) / 2
    return { ...word, box: { ...word.box, y, height } }
  })
}

/** Fonts without measures have print without any. */
function hasExtent({ width, height }: Box): boolean {
  return width > 0 && height > 0
}

export function medianHeight(words: Word[]): number {
  const heights = words.map((word) => word.box.height).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 1
}
