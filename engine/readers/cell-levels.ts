import type { GreyPicture } from './grey-picture'

/**
 * A small picture with one pixel per cell: the level that this share of the cell's pixels does not exceed
 * (0.75 is its paper, 0.5 its median). Every other pixel of every other row is looked at.
 */
export function mapCellLevels({
  picture,
  cellPx,
  share,
}: {
  picture: GreyPicture
  cellPx: number
  share: number
}): GreyPicture {
  const width = Math.ceil(picture.width / cellPx)
  const height = Math.ceil(picture.height / cellPx)
  const pixels = Buffer.alloc(width * height)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const counts = countLevels({ picture, left: column * cellPx, top: row * cellPx, cellPx })
      pixels[row * width + column] = levelAtShare({ counts, share })
    }
  }
  return { width, height, pixels }
}

function countLevels({
  picture,
  left,
  top,
  cellPx,
}: {
  picture: GreyPicture
  left: number
  top: number
  cellPx: number
}): number[] {
  const counts = new Array<number>(256).fill(0)
  for (let y = top; y < Math.min(top + cellPx, picture.height); y += 2) {
    for (let x = left; x < Math.min(left + cellPx, picture.width); x += 2) {
      const level = picture.pixels[y * picture.width + x] ?? 0
      counts[level] = (counts[level] ?? 0) + 1
    }
  }
  return counts
}

/** The level that this share of the counted pixels does not exceed; `below` leaves out the brighter ones. */
export function levelAtShare({
  counts,
  share,
  below = counts.length,
}: {
  counts: number[]
  share: number
  below?: number
}): number {
  const total = counts.slice(0, below).reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (let level = 0; level < below; level += 1) {
    seen += counts[level] ?? 0
    if (seen >= total * share) return level
  }
  return below
}
