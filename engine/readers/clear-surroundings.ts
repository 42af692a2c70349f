import type { GreyPicture } from './grey-picture'

const cellsAlong = 40
/** On whitened paper, whatever is darker than this is ink. */
const inkBelow = 236
/**
 * Print covers less than half of a cell nearly everywhere; where more than this share of the cells has more, there is
 * something else than paper in the picture (measured on the samples: pages up to 0.033, photographs of paper on wood from 0.076).
 */
const fullCell = 0.5
const maxFullCells = 0.05
/** A cell and its neighbours together on paper; wood, cloth and shadows have more. */
const calmCell = 0.2
const minCalmShareOfBox = 0.6

type Grid = { columns: number; rows: number; cellPx: number; ink: Float32Array }
type Box = { left: number; top: number; right: number; bottom: number }

/**
 * Whitens what lies around the paper in a photograph: the grain of a table is thousands of letters to OCR, which then
 * takes a minute for what is a second's work. Pictures of paper alone stay as they are.
 */
export function clearSurroundings(picture: GreyPicture): GreyPicture {
  const grid = measureInk(picture)
  const fullCells = grid.ink.filter((share) => share > fullCell).length
  if (fullCells <= grid.ink.length * maxFullCells) return picture
  const box = findPaper(grid)
  if (!box) return picture
  const { width, height } = picture
  const pixels = Buffer.alloc(picture.pixels.length, 255)
  const [left, right] = [box.left * grid.cellPx, Math.min(width, box.right * grid.cellPx)]
  for (let y = box.top * grid.cellPx; y < Math.min(height, box.bottom * grid.cellPx); y += 1) {
    picture.pixels.copy(pixels, y * width + left, y * width + left, y * width + right)
  }
  return { ...picture, pixels }
}

function measureInk({ width, height, pixels }: GreyPicture): Grid {
  const cellPx = Math.ceil(Math.max(width, height) / cellsAlong)
  const columns = Math.ceil(width / cellPx)
  const rows = Math.ceil(height / cellPx)
  const ink = new Float32Array(columns * rows)
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / cellPx) * columns
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) >= inkBelow) continue
      const cell = row + Math.floor(x / cellPx)
      ink[cell] = (ink[cell] ?? 0) + 1 / cellPx ** 2
    }
  }
  return { columns, rows, cellPx, ink }
}

/** The calm field with the most print; null when it is no more of a rectangle than a table's top. */
function findPaper(grid: Grid): Box | null {
  const isCalm = Array.from(grid.ink, (_, cell) => averageAround({ grid, cell }) < calmCell)
  const [most] = listFields({ grid, isCalm })
    .map((field) => ({ field, print: field.reduce((sum, cell) => sum + (grid.ink[cell] ?? 0), 0) }))
    .sort((a, b) => b.print - a.print)
  if (!most || most.print === 0) return null
  const box = boundsOf({ grid, field: most.field })
  const cells = (box.right - box.left) * (box.bottom - box.top)
  return most.field.length >= cells * minCalmShareOfBox ? box : null
}

function averageAround({ grid, cell }: { grid: Grid; cell: number }): number {
  const around = neighboursOf({ grid, cell, isCornerToo: true })
  return [cell, ...around].reduce((sum, one) => sum + (grid.ink[one] ?? 0), 0) / (around.length + 1)
}

/** Calm cells that hang together by their sides. */
function listFields({ grid, isCalm }: { grid: Grid; isCalm: boolean[] }): number[][] {
  const isSeen = isCalm.map((calm) => !calm)
  const fields: number[][] = []
  for (let start = 0; start < isSeen.length; start += 1) {
    if (isSeen[start]) continue
    isSeen[start] = true
    const field = [start]
    for (const cell of field) {
      for (const next of neighboursOf({ grid, cell, isCornerToo: false })) {
        if (isSeen[next]) continue
        isSeen[next] = true
        field.push(next)
      }
    }
    fields.push(field)
  }
  return fields
}

function neighboursOf({
  grid: { columns, rows },
  cell,
  isCornerToo,
}: {
  grid: Grid
  cell: number
  isCornerToo: boolean
}): number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)]
  const found: number[] = []
  for (let down = -1; down <= 1; down += 1) {
    for (let across = -1; across <= 1; across += 1) {
      const isItself = down === 0 && across === 0
      const isCorner = down !== 0 && across !== 0
      if (isItself || (isCorner && !isCornerToo)) continue
      const [x, y] = [column + across, row + down]
      if (x >= 0 && x < columns && y >= 0 && y < rows) found.push(y * columns + x)
    }
  }
  return found
}

function boundsOf({ grid: { columns }, field }: { grid: Grid; field: number[] }): Box {
  const xs = field.map((cell) => cell % columns)
  const ys = field.map((cell) => Math.floor(cell / columns))
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs) + 1,
    bottom: Math.max(...ys) + 1,
  }
}
