import { reportProgress } from '@/engine/readers/progress'
import { modelPaths, runNetwork } from '../models'
import { type Picture, toPicture, toSharp } from '../picture'
import { type LineFrame, lengthOf, moveFrame } from './line-frame'
import { findLinesOfMap } from './lines-of-map'

/** Nothing is lost by it on receipts and pages. */
const longestSidePx = 1_280
/** A look at more at once takes more memory than a reading process has, and WebAssembly gives none of it back. */
const bandPixels = 640_000
/** A roll of paper is looked at in bands, its width at most this. */
const rollWidthPx = 736
const rollFrom = 3
const overlapPx = 96
const step = 32

/** Lines below this height in the detection map are looked at again, larger. */
const smallLinePx = 13
const wantedLinePx = 22
const mostEnlarged = 3
/** A picture that is itself so small may hold print of which a first look makes one blot. */
const smallPicturePx = 640

/** Finds the lines of print in a picture, in its pixels. */
export function findLines(picture: Picture): Promise<LineFrame[]> {
  return findLinesAtScale({ picture, scale: usualScale(picture) })
}

/** The same lines, or, where the print is small, those of a closer look. */
export async function refineLines({
  picture,
  lines,
}: {
  picture: Picture
  lines: LineFrame[]
}): Promise<LineFrame[]> {
  const scale = usualScale(picture)
  const linePx = medianHeight(lines) * scale
  const isSmallPicture = Math.max(picture.width, picture.height) < smallPicturePx
  if (!isSmallPicture && (lines.length === 0 || linePx >= smallLinePx)) return lines
  const closer = isSmallPicture
    ? longestSidePx / Math.max(picture.width, picture.height)
    : (scale * wantedLinePx) / linePx
  return findLinesAtScale({ picture, scale: Math.min(mostEnlarged, closer) })
}

function usualScale({ width, height }: Picture): number {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)]
  const isRoll = longer / shorter > rollFrom
  return Math.min(1, isRoll ? rollWidthPx / shorter : longestSidePx / longer)
}

/** Of a line's print with what lies around it; pixels of the picture. */
export function medianHeight(lines: LineFrame[]): number {
  const heights = lines
    .map(({ along, across }) => Math.min(lengthOf(along), lengthOf(across)))
    .sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

/** In bands as wide as the picture where it is too large for one look; each line is taken from the band of its middle. */
async function findLinesAtScale({
  picture,
  scale,
}: {
  picture: Picture
  scale: number
}): Promise<LineFrame[]> {
  const bandHeight = Math.max(step * 4, bandPixels / (picture.width * scale)) / scale
  if (picture.height <= bandHeight) return findInBand({ picture, top: 0, height: picture.height, scale })
  const overlap = overlapPx / scale
  const count = Math.ceil((picture.height - overlap) / (bandHeight - overlap))
  const stride = (picture.height - overlap) / count
  const lines: LineFrame[] = []
  for (let band = 0; band < count; band += 1) {
    const top = Math.floor(band * stride)
    const height = Math.min(picture.height - top, Math.ceil(stride + overlap))
    const [from, to] = [
      band === 0 ? 0 : top + overlap / 2,
      band === count - 1 ? picture.height : top + height - overlap / 2,
    ]
    const found = await findInBand({ picture, top, height, scale })
    lines.push(...found.filter((line) => isBetween({ line, from, to })))
  }
  return lines
}

function isBetween({ line, from, to }: { line: LineFrame; from: number; to: number }): boolean {
  const middle = line.origin.y + (line.along.y + line.across.y) / 2
  return middle >= from && middle < to
}

async function findInBand(input: {
  picture: Picture
  top: number
  height: number
  scale: number
}): Promise<LineFrame[]> {
  const { picture, top, height, scale } = input
  const toSteps = (length: number) => Math.max(step, Math.round((length * scale) / step) * step)
  const [mapWidth, mapHeight] = [toSteps(picture.width), toSteps(height)]
  const small = await toPicture(
    toSharp(picture)
      .extract({ left: 0, top, width: picture.width, height })
      .resize({ width: mapWidth, height: mapHeight, fit: 'fill', kernel: 'linear' }),
  )
  const { values } = await runNetwork({
    path: modelPaths.detection,
    values: toDetectionInput(small),
    shape: [1, 3, mapHeight, mapWidth],
  })
  reportProgress()
  return findLinesOfMap({ width: mapWidth, height: mapHeight, values })
    .map((frame) => moveFrame({ frame, scaleX: picture.width / mapWidth, scaleY: height / mapHeight, top }))
    .filter(({ along, across }) => lengthOf(along) > 0 && lengthOf(across) > 0)
}

const means = [0.485, 0.456, 0.406]
const deviations = [0.229, 0.224, 0.225]

/** Channel by channel, blue first, as the models were trained. */
function toDetectionInput({ width, height, channels, pixels }: Picture): Float32Array {
  const size = width * height
  const values = new Float32Array(3 * size)
  for (let channel = 0; channel < 3; channel += 1) {
    const [mean, deviation] = [means[channel] ?? 0, deviations[channel] ?? 1]
    const from = channels === 3 ? 2 - channel : 0
    for (let at = 0; at < size; at += 1) {
      values[channel * size + at] = ((pixels[at * channels + from] ?? 0) / 255 - mean) / deviation
    }
  }
  return values
}
