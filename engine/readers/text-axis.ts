import { type GreyPicture, toGreyPicture, toSharp } from './grey-picture'

export type TextAxis = 'horizontal' | 'vertical' | 'unclear'

const longSidePx = 1_000
const tilePx = 100
/** Ink is darker than the paper around it by this much. */
const inkContrast = 24

/**
 * Whether the lines of print run across the picture or along it. Each tile with print votes: across lines of print,
 * ink and blank alternate; along them, the letters of several lines average out.
 */
export async function findTextAxis(picture: GreyPicture): Promise<TextAxis> {
  const small = toSharp(picture).resize({
    width: longSidePx,
    height: longSidePx,
    fit: 'inside',
    withoutEnlargement: true,
  })
  const sharpOne = await toGreyPicture(small)
  const paper = await toGreyPicture(toSharp(sharpOne).blur(12))
  let horizontal = 0
  let vertical = 0
  for (let top = 0; top + tilePx <= sharpOne.height; top += tilePx) {
    for (let left = 0; left + tilePx <= sharpOne.width; left += tilePx) {
      const vote = judgeTile({ picture: sharpOne, paper, left, top })
      if (vote > 0) horizontal += 1
      if (vote < 0) vertical += 1
    }
  }
  if (horizontal > vertical * 1.5) return 'horizontal'
  return vertical > horizontal * 1.5 ? 'vertical' : 'unclear'
}

/** Positive for lines across, negative for lines along, 0 without a clear answer. */
function judgeTile({
  picture,
  paper,
  left,
  top,
}: {
  picture: GreyPicture
  paper: GreyPicture
  left: number
  top: number
}): number {
  const rows = new Array<number>(tilePx).fill(0)
  const columns = new Array<number>(tilePx).fill(0)
  for (let y = 0; y < tilePx; y += 1) {
    for (let x = 0; x < tilePx; x += 1) {
      const at = (top + y) * picture.width + left + x
      if ((paper.pixels[at] ?? 0) - (picture.pixels[at] ?? 0) < inkContrast) continue
      rows[y] = (rows[y] ?? 0) + 1
      columns[x] = (columns[x] ?? 0) + 1
    }
  }
  const ink = rows.reduce((sum, count) => sum + count, 0) / tilePx ** 2
  if (ink < 0.02 || ink > 0.4) return 0
  const across = variance(rows)
  const along = variance(columns)
  if (across > along * 1.2) return 1
  return along > across * 1.2 ? -1 : 0
}

/** How much a profile of ink varies around its mean. */
function variance(profile: number[]): number {
  const mean = profile.reduce((sum, count) => sum + count, 0) / profile.length
  return profile.reduce((sum, count) => sum + (count - mean) ** 2, 0)
}
