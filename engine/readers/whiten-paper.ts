import { type GreyPicture, toGreyPicture, toSharp } from './grey-picture'

/** Cells of the brightness map along the long side; one covers a few lines of print. */
const mapCells = 40

/**
 * Divides each pixel by the brightness of the paper around it, makes the paper itself white and the ink dark,
 * so that shadows, creases and grain do not become letters and pale print stands out.
 */
export async function whitenPaper(picture: GreyPicture): Promise<GreyPicture> {
  const paper = await estimatePaper(picture)
  const relative = Buffer.alloc(picture.pixels.length)
  for (let at = 0; at < relative.length; at += 1) {
    const brightness = (picture.pixels[at] ?? 0) / Math.max(paper.pixels[at] ?? 255, 24)
    relative[at] = Math.min(255, Math.round(brightness * paperLevel))
  }
  return { ...picture, pixels: stretch(relative) }
}

/** What paper becomes before the stretch; brighter grain stays below 255. */
const paperLevel = 240

/** Everything within the grain of the paper becomes white, the darker part of the ink black. */
function stretch(relative: Buffer): Buffer {
  const counts = new Array<number>(256).fill(0)
  for (const level of relative) counts[level] = (counts[level] ?? 0) + 1
  const grain = Math.max(0, paperLevel - levelAtShare({ counts, share: 0.5, below: 256 }))
  const white = Math.max(paperLevel * 0.8, paperLevel * 0.96 - 3 * grain)
  const black = Math.min(white - 30, levelAtShare({ counts, share: 0.25, below: Math.floor(white) }))
  const table = Buffer.from(
    counts.map((_, level) =>
      Math.max(0, Math.min(255, Math.round(((level - black) / (white - black)) * 255))),
    ),
  )
  return Buffer.from(relative.map((level) => table[level] ?? 255))
}

/** The level that this share of all darker-than-`below` pixels does not exceed. */
function levelAtShare({ counts, share, below }: { counts: number[]; share: number; below: number }): number {
  const total = counts.slice(0, below).reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (let level = 0; level < below; level += 1) {
    seen += counts[level] ?? 0
    if (seen >= total * share) return level
  }
  return below
}

/** The brightness that a quarter of each cell exceeds is its paper's; smoothed, it makes a map of the whole picture. */
async function estimatePaper(picture: GreyPicture): Promise<GreyPicture> {
  const cell = Math.max(8, Math.round(Math.max(picture.width, picture.height) / mapCells))
  const width = Math.ceil(picture.width / cell)
  const height = Math.ceil(picture.height / cell)
  const pixels = Buffer.alloc(width * height)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      pixels[row * width + column] = paperOfCell({ picture, left: column * cell, top: row * cell, cell })
    }
  }
  const map = await toGreyPicture(toSharp({ width, height, pixels }).median(3))
  const { width: fullWidth, height: fullHeight } = picture
  return toGreyPicture(
    toSharp(map).resize({ width: fullWidth, height: fullHeight, fit: 'fill', kernel: 'cubic' }),
  )
}

function paperOfCell({
  picture,
  left,
  top,
  cell,
}: {
  picture: GreyPicture
  left: number
  top: number
  cell: number
}): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = top; y < Math.min(top + cell, picture.height); y += 2) {
    for (let x = left; x < Math.min(left + cell, picture.width); x += 2) {
      const value = picture.pixels[y * picture.width + x] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
      total += 1
    }
  }
  let above = 0
  for (let value = 255; value >= 0; value -= 1) {
    above += counts[value] ?? 0
    if (above >= total / 4) return value
  }
  return 255
}
