import { levelAtShare, mapCellLevels } from './cell-levels'
import { type GreyPicture, toGreyPicture, toSharp } from './grey-picture'

/** Cells of the brightness map along the long side; one covers a few lines of print. */
const mapCells = 40

/**
 * Divides each pixel by the brightness of the paper around it, makes the paper itself white and the ink dark,
 * so that shadows, creases and grain do not become letters and pale print stands out.
 */
export async function whitenPaper(picture: GreyPicture): Promise<GreyPicture> {
  const paper = await estimatePaper(picture)
  const relative = Buffer.allocUnsafe(picture.pixels.length)
  const counts = new Uint32Array(256)
  for (let at = 0; at < relative.length; at += 1) {
    const level = relativeLevels[((paper.pixels[at] ?? 255) << 8) | (picture.pixels[at] ?? 0)] ?? 255
    relative[at] = level
    counts[level] = (counts[level] ?? 0) + 1
  }
  return { ...picture, pixels: stretch({ relative, counts }) }
}

/** What paper becomes before the stretch; brighter grain stays below 255. */
const paperLevel = 240

/** A pixel's brightness against its paper's, for each paper and each pixel: divided once and not for every pixel. */
const relativeLevels = Uint8Array.from({ length: 65_536 }, (_, pair) => {
  const [paper, pixel] = [pair >> 8, pair & 255]
  return Math.min(255, Math.round((pixel / Math.max(paper, 24)) * paperLevel))
})

/** Everything within the grain of the paper becomes white, the darker part of the ink black. */
function stretch({ relative, counts }: { relative: Buffer; counts: Uint32Array }): Buffer {
  const grain = Math.max(0, paperLevel - levelAtShare({ counts, share: 0.5 }))
  const white = Math.max(paperLevel * 0.8, paperLevel * 0.96 - 3 * grain)
  const black = Math.min(white - 30, levelAtShare({ counts, share: 0.25, below: Math.floor(white) }))
  const table = Uint8Array.from(counts, (_, level) =>
    Math.max(0, Math.min(255, Math.round(((level - black) / (white - black)) * 255))),
  )
  for (let at = 0; at < relative.length; at += 1) relative[at] = table[relative[at] ?? 0] ?? 255
  return relative
}

/** The brightness that a quarter of each cell exceeds is its paper's; smoothed, it makes a map of the whole picture. */
async function estimatePaper(picture: GreyPicture): Promise<GreyPicture> {
  const { width, height } = picture
  const cellPx = Math.max(8, Math.round(Math.max(width, height) / mapCells))
  const map = toSharp(mapCellLevels({ picture, cellPx, share: 0.75 })).median(3)
  return toGreyPicture(
    toSharp(await toGreyPicture(map)).resize({ width, height, fit: 'fill', kernel: 'cubic' }),
  )
}
