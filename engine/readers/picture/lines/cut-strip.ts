import type { Picture } from '../picture'
import { type LineFrame, lengthOf } from './line-frame'

/** Height of a line as the recognisers take it. */
export const stripHeightPx = 48
const longestStripPx = 3_200

/** Width of a line's strip in proportion to its height. */
export function stripWidth({ along, across }: LineFrame): number {
  const width = Math.ceil((stripHeightPx * lengthOf(along)) / lengthOf(across))
  return Math.min(longestStripPx, Math.max(stripHeightPx / 4, width))
}

/** Cuts a line out of the picture along its own direction. Beyond the picture its edge goes on. */
export function cutStrip({
  picture,
  frame,
  width,
}: {
  picture: Picture
  frame: LineFrame
  width: number
}): Picture {
  const { channels } = picture
  const pixels = Buffer.alloc(width * stripHeightPx * channels)
  // Large print is averaged over as many points as it shrinks by.
  const finer = Math.min(4, Math.max(1, Math.round(lengthOf(frame.across) / stripHeightPx)))
  const weight = 1 / (finer * finer)
  const stepAlong = { x: frame.along.x / width, y: frame.along.y / width }
  const stepAcross = { x: frame.across.x / stripHeightPx, y: frame.across.y / stripHeightPx }
  const sums = new Float64Array(channels)
  for (let row = 0; row < stripHeightPx; row += 1) {
    for (let column = 0; column < width; column += 1) {
      sums.fill(0)
      for (let part = 0; part < finer * finer; part += 1) {
        const along = column + ((part % finer) + 0.5) / finer
        const across = row + (Math.floor(part / finer) + 0.5) / finer
        const x = frame.origin.x + stepAlong.x * along + stepAcross.x * across
        const y = frame.origin.y + stepAlong.y * along + stepAcross.y * across
        addSample({ picture, x: x - 0.5, y: y - 0.5, sums })
      }
      const at = (row * width + column) * channels
      for (let channel = 0; channel < channels; channel += 1)
        pixels[at + channel] = (sums[channel] ?? 0) * weight + 0.5
    }
  }
  return { width, height: stripHeightPx, channels, pixels }
}

/** Bilinear. */
function addSample({
  picture,
  x,
  y,
  sums,
}: {
  picture: Picture
  x: number
  y: number
  sums: Float64Array
}): void {
  const { width, height, channels, pixels } = picture
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [shareX, shareY] = [x - left, y - top]
  const x0 = Math.min(width - 1, Math.max(0, left))
  const x1 = Math.min(width - 1, Math.max(0, left + 1))
  const y0 = Math.min(height - 1, Math.max(0, top)) * width
  const y1 = Math.min(height - 1, Math.max(0, top + 1)) * width
  for (let channel = 0; channel < channels; channel += 1) {
    const upper =
      (pixels[(y0 + x0) * channels + channel] ?? 0) * (1 - shareX) +
      (pixels[(y0 + x1) * channels + channel] ?? 0) * shareX
    const lower =
      (pixels[(y1 + x0) * channels + channel] ?? 0) * (1 - shareX) +
      (pixels[(y1 + x1) * channels + channel] ?? 0) * shareX
    sums[channel] = (sums[channel] ?? 0) + upper * (1 - shareY) + lower * shareY
  }
}
