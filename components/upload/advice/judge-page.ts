/** What makes a photographed page hard to read. */
export type PageFault = 'blank' | 'dark' | 'blurred' | 'cut'

type GreyPage = { greys: Uint8Array; width: number; height: number }

/** The long side that pages are judged at: small print of an A4 sheet is eight pixels high then. */
export const judgedSidePx = 1_400

/** Paper in the light is brighter than this of 255, even in a corner of a room. */
const darkPaper = 95
const tilePx = 24
/** Shades by which print stands out from paper in its tile; less is stain and grain. */
const leastContrast = 9
/** A row of a tile with print goes from dark to bright and back so often; an edge of paper or table does once. */
const leastCrossings = 1.6
/** Share of tiles with print below which there is nothing to read. */
const blankShare = 0.003
/** Sharp print of cameras lies at 0.5 and above, print that two pixels of blur have washed out below 0.12. */
const leastSharpness = 0.2

/**
 * Advice about a page, for people who can take it anew: never a reason to refuse it. Sharpness is the variance of the
 * Laplacian against that of the shades themselves (Pech-Pacheco et al. 2000, freed of contrast and grain), where there is print. Pure.
 */
export function judgePage(page: GreyPage): PageFault[] {
  const paper = percentile({ greys: page.greys, share: 0.95 })
  // Of what cannot be seen nothing else can be said.
  if (paper < darkPaper) return ['dark']
  const tiles = measureTiles(page)
  const grain = grainOf(tiles)
  const print = tiles.filter((tile) => isPrint({ tile, grain }))
  if (print.length < Math.max(2, tiles.length * blankShare)) return ['blank']
  const faults: PageFault[] = []
  if (median(print.map((tile) => sharpnessOf({ tile, grain }))) < leastSharpness) faults.push('blurred')
  if (isCutOff(page)) faults.push('cut')
  return faults
}

function percentile({ greys, share }: { greys: Uint8Array; share: number }): number {
  const counts = new Uint32Array(256)
  for (const grey of greys) counts[grey] = (counts[grey] ?? 0) + 1
  let seen = 0
  for (const [grey, count] of counts.entries()) {
    seen += count
    if (seen >= greys.length * share) return grey
  }
  return 255
}

/** Variances of the shades and of their Laplacian, and how often a row goes through the middle of them. */
type Tile = { shades: number; laplacian: number; crossings: number }

function measureTiles(page: GreyPage): Tile[] {
  const tiles: Tile[] = []
  // Every other one, as on a chess board: as good as all of them, in half the time.
  for (let [row, top] = [0, 1]; top + tilePx < page.height; row += 1, top += tilePx) {
    for (let left = 1 + (row % 2) * tilePx; left + tilePx < page.width; left += 2 * tilePx) {
      tiles.push(measureTile({ page, left, top }))
    }
  }
  return tiles
}

function measureTile({ page, left, top }: { page: GreyPage; left: number; top: number }): Tile {
  const { greys, width } = page
  let [sum, squares, bends, bendSquares] = [0, 0, 0, 0]
  for (let y = top; y < top + tilePx; y += 1) {
    for (let at = y * width + left; at < y * width + left + tilePx; at += 1) {
      const grey = greys[at] ?? 0
      const around =
        (greys[at - 1] ?? 0) + (greys[at + 1] ?? 0) + (greys[at - width] ?? 0) + (greys[at + width] ?? 0)
      const bend = around - 4 * grey
      sum += grey
      squares += grey * grey
      bends += bend
      bendSquares += bend * bend
    }
  }
  const count = tilePx * tilePx
  const shades = squares / count - (sum / count) ** 2
  const laplacian = bendSquares / count - (bends / count) ** 2
  if (shades <= leastContrast ** 2) return { shades, laplacian, crossings: 0 }
  const reach = Math.sqrt(shades) * 0.5
  const crossings = countCrossings({ page, left, top, low: sum / count - reach, high: sum / count + reach })
  return { shades, laplacian, crossings }
}

type CrossedTile = { page: GreyPage; left: number; top: number; low: number; high: number }

/** From below `low` to above `high` or back, on average of those rows that do it at all. */
function countCrossings({ page, left, top, low, high }: CrossedTile): number {
  let [crossings, rows] = [0, 0]
  for (let y = top; y < top + tilePx; y += 1) {
    let side = 0
    let found = 0
    for (let x = left; x < left + tilePx; x += 1) {
      const grey = page.greys[y * page.width + x] ?? 0
      const now = grey < low ? -1 : grey > high ? 1 : side
      if (side !== 0 && now !== side) found += 1
      side = now
    }
    crossings += found
    if (found > 0) rows += 1
  }
  return rows < 3 ? 0 : crossings / rows
}

/** What the quietest tiles have: the grain of paper and camera. */
function grainOf(tiles: Tile[]): { shades: number; laplacian: number } {
  const quiet = [...tiles].sort((a, b) => a.shades - b.shades).slice(0, Math.ceil(tiles.length / 5))
  return {
    shades: median(quiet.map(({ shades }) => shades)),
    laplacian: median(quiet.map(({ laplacian }) => laplacian)),
  }
}

type SeenTile = { tile: Tile; grain: ReturnType<typeof grainOf> }

function isPrint({ tile, grain }: SeenTile): boolean {
  return tile.shades - grain.shades > leastContrast ** 2 && tile.crossings >= leastCrossings
}

function sharpnessOf({ tile, grain }: SeenTile): number {
  return Math.max(0, tile.laplacian - grain.laplacian) / (tile.shades - grain.shades)
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Lines of print that run into the left or right border of the picture, where the paper does too. */
function isCutOff(page: GreyPage): boolean {
  const { width } = page
  const fromLeft = (row: number, inward: number) => row * width + inward
  const fromRight = (row: number, inward: number) => row * width + width - 1 - inward
  return [fromLeft, fromRight].some((at) => countCutLines({ ...page, at }) >= fewestCutLines)
}

const fewestCutLines = 2
/** How far ink is looked for from the border, and how far print goes on inside. */
const borderPx = 3
const insideShare = 0.08
/** Letters that go on inside have so many edges at least; the edge of a sheet has one, a ruled line none. */
const fewestLetterEdges = 5
/** As high as letters are: less is dirt, more a picture, a stamp or the edge of something else. */
const letterPx = { from: 3, to: 40 }

type Side = GreyPage & { at: (row: number, inward: number) => number }

function countCutLines(side: Side): number {
  const { greys, height, at } = side
  const light = localPaper(side)
  const isInk = (row: number, inward: number) =>
    (greys[at(row, inward)] ?? 255) < (light[row] ?? 0) * inkShare
  let [lines, run, paperRows] = [0, 0, 0]
  for (let row = 0; row <= height; row += 1) {
    if (row < height && Array.from({ length: borderPx }, (_, inward) => isInk(row, inward)).some(Boolean)) {
      run += 1
      continue
    }
    paperRows += 1
    if (run >= letterPx.from && run <= letterPx.to) {
      const middle = row - Math.ceil(run / 2)
      if (countLetterEdges({ side, row: middle, isInk }) >= fewestLetterEdges) lines += 1
    }
    run = 0
  }
  // Else the border is the table that the paper lies on.
  return paperRows > height * 0.6 ? lines : 0
}

/** What is so much darker than the paper around it is ink. */
const inkShare = 0.65

/** How bright the paper is in each row near the border: a shadow is no ink. */
function localPaper({ greys, width, height, at }: Side): Uint8Array {
  const reach = Math.round(width * insideShare)
  const light = new Uint8Array(height)
  for (let row = 0; row < height; row += 1) {
    for (let inward = 0; inward < reach; inward += 2) {
      light[row] = Math.max(light[row] ?? 0, greys[at(row, inward)] ?? 0)
    }
  }
  return light
}

type Line = { side: Side; row: number; isInk: (row: number, inward: number) => boolean }

function countLetterEdges({ side, row, isInk }: Line): number {
  const reach = Math.round(side.width * insideShare)
  let edges = 0
  for (let inward = 1; inward < reach; inward += 1) {
    if (isInk(row, inward) !== isInk(row, inward - 1)) edges += 1
  }
  return edges
}
