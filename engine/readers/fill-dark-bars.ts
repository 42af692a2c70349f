import type { GreyPicture } from './grey-picture'

/** Darker than ink in any but the darkest photograph. */
const barLevel = 24
/** Compression leaves a few lighter pixels in a bar. */
const barShare = 0.99

type Frame = { left: number; right: number; top: number; bottom: number }

/**
 * Gives the black bars beside a photograph or a screenshot, and the black beyond the edge of a scanned sheet, the
 * brightness of what they lie beside. Left black they pass for ink, beside which real print looks pale.
 */
export function fillDarkBars(picture: GreyPicture): GreyPicture {
  const frame = findFrame(picture)
  const { width, height } = picture
  const isWhole = frame.left === 0 && frame.top === 0 && frame.right === width && frame.bottom === height
  if (isWhole || frame.left >= frame.right || frame.top >= frame.bottom) return picture
  const pixels = Buffer.from(picture.pixels)
  const side = { pixels, width }
  // Rows first, over the frame's width alone; the columns beside it are then filled from top to bottom.
  const across = { from: frame.left, to: frame.right }
  fillRows({ ...side, across, from: 0, to: frame.top, like: frame.top })
  fillRows({ ...side, across, from: frame.bottom, to: height, like: frame.bottom - 1 })
  fillColumns({ ...side, height, from: 0, to: frame.left, like: frame.left })
  fillColumns({ ...side, height, from: frame.right, to: width, like: frame.right - 1 })
  return { ...picture, pixels }
}

/** What the bars leave; `right` and `bottom` are the first beyond it. */
function findFrame({ pixels, width, height }: GreyPicture): Frame {
  const isDark = (at: number) => (pixels[at] ?? 0) < barLevel
  const frame = { left: 0, right: width, top: 0, bottom: height }
  const isColumnDark = (x: number) => shareOf(height, (y) => isDark(y * width + x)) >= barShare
  while (frame.left < width && isColumnDark(frame.left)) frame.left += 1
  while (frame.right > frame.left && isColumnDark(frame.right - 1)) frame.right -= 1
  const across = frame.right - frame.left
  const isRowDark = (y: number) => shareOf(across, (x) => isDark(y * width + frame.left + x)) >= barShare
  while (frame.top < height && isRowDark(frame.top)) frame.top += 1
  while (frame.bottom > frame.top && isRowDark(frame.bottom - 1)) frame.bottom -= 1
  return frame
}

function shareOf(count: number, test: (index: number) => boolean): number {
  let passed = 0
  for (let index = 0; index < count; index += 1) if (test(index)) passed += 1
  return passed / count
}

type Rows = {
  pixels: Buffer
  width: number
  across: { from: number; to: number }
  from: number
  to: number
  like: number
}

function fillRows({ pixels, width, across, from, to, like }: Rows): void {
  const pattern = pixels.subarray(like * width + across.from, like * width + across.to)
  const level = average(pattern)
  for (let y = from; y < to; y += 1) pixels.fill(level, y * width + across.from, y * width + across.to)
}

type Columns = { pixels: Buffer; width: number; height: number; from: number; to: number; like: number }

function fillColumns({ pixels, width, height, from, to, like }: Columns): void {
  const level = average(Uint8Array.from({ length: height }, (_, y) => pixels[y * width + like] ?? 0))
  for (let y = 0; y < height; y += 1) pixels.fill(level, y * width + from, y * width + to)
}

function average(levels: Uint8Array): number {
  return Math.round(levels.reduce((sum, level) => sum + level, 0) / levels.length)
}
