import { mapCellLevels } from './cell-levels'
import { type GreyPicture, toGreyPicture, toSharp } from './grey-picture'

/** Cells along the long side; one is about as high as a letter of usual print. */
const cellsAlong = 180
/** A block is dark below this share of the paper's brightness. */
const darkShare = 0.56
const brightAbove = 150
/** A picture that is mostly dark is a photograph at night, not a page with dark headings. */
const maxDarkShare = 0.4

/** Turns light print on dark blocks, as in the heads of tables, into dark print on light, which is what OCR reads. */
export async function reverseDarkBlocks(picture: GreyPicture): Promise<GreyPicture> {
  const cellPx = Math.max(6, Math.round(Math.max(picture.width, picture.height) / cellsAlong))
  const ground = mapCellLevels({ picture, cellPx, share: 0.35 })
  // The median over neighbouring cells leaves out single letters on light ground and those on dark.
  const map = await toGreyPicture(toSharp(ground).median(5))
  const darkBelow = findDarkLevel(map)
  if (darkBelow === null) return picture
  const pixels = Buffer.from(picture.pixels)
  for (const [cell, isReversed] of markReversedCells({ map, ground, darkBelow }).entries()) {
    if (!isReversed) continue
    const left = (cell % map.width) * cellPx
    const top = Math.floor(cell / map.width) * cellPx
    const right = Math.min(left + cellPx, picture.width)
    for (let y = top; y < Math.min(top + cellPx, picture.height); y += 1) {
      const row = y * picture.width
      for (let at = row + left; at < row + right; at += 1) pixels[at] = 255 - (picture.pixels[at] ?? 0)
    }
  }
  return { ...picture, pixels }
}

/** Dark cells, and cells full of light print that dark ones surround; light cells at a block's edge stay as they are. */
function markReversedCells({
  map,
  ground,
  darkBelow,
}: {
  map: GreyPicture
  ground: GreyPicture
  darkBelow: number
}): boolean[] {
  const isDark = (place: number) => (map.pixels[place] ?? 255) < darkBelow
  const { width } = map
  return [...map.pixels].map((_, place) => {
    if (!isDark(place)) return false
    const neighbours = [-1, 1, -width, width, -width - 1, -width + 1, width - 1, width + 1]
    return (ground.pixels[place] ?? 255) < darkBelow || neighbours.every((offset) => isDark(place + offset))
  })
}

/** Below what level a block counts as dark; null for pictures without any, or without bright paper. */
function findDarkLevel({ pixels }: GreyPicture): number | null {
  const levels = [...pixels].sort((a, b) => a - b)
  const paper = levels[Math.floor(levels.length * 0.8)] ?? 0
  const darkBelow = paper * darkShare
  const dark = levels.filter((level) => level < darkBelow).length
  return paper > brightAbove && dark > 0 && dark < levels.length * maxDarkShare ? darkBelow : null
}
