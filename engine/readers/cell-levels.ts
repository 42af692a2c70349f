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
  const counts = new Uint32Array(256)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      pixels[row * width + column] = levelOfCell({
        counts,
        picture,
        left: column * cellPx,
        top: row * cellPx,
        cellPx,
        share,
      })
    }
  }
  return { width, height, pixels }
}

/** `counts` is one for all cells, and empty before and after: only the levels that a cell has are looked at. */
function levelOfCell({
  counts,
  picture: { width, height, pixels },
  left,
  top,
  cellPx,
  share,
}: {
  counts: Uint32Array
  picture: GreyPicture
  left: number
  top: number
  cellPx: number
  share: number
}): number {
  const right = Math.min(left + cellPx, width)
  const bottom = Math.min(top + cellPx, height)
  let darkest = 255
  let brightest = 0
  let total = 0
  for (let y = top; y < bottom; y += 2) {
    for (let at = y * width + left; at < y * width + right; at += 2) {
      const level = pixels[at] ?? 0
      counts[level] = (counts[level] ?? 0) + 1
      if (level < darkest) darkest = level
      if (level > brightest) brightest = level
      total += 1
    }
  }
  let found = darkest
  for (let seen = counts[found] ?? 0; seen < total * share; seen += counts[found] ?? 0) found += 1
  counts.fill(0, darkest, brightest + 1)
  return found
}

/** The level that this share of the counted pixels does not exceed; `below` leaves out the brighter ones. */
export function levelAtShare({
  counts,
  share,
  below = counts.length,
}: {
  counts: ArrayLike<number>
  share: number
  below?: number
}): number {
  let total = 0
  for (let level = 0; level < below; level += 1) total += counts[level] ?? 0
  let seen = 0
  for (let level = 0; level < below; level += 1) {
    seen += counts[level] ?? 0
    if (seen >= total * share) return level
  }
  return below
}
