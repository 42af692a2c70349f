import { createHash } from 'node:crypto'
import type { Picture, PictureReading } from '../../picture/picture'
import { readPicture } from '../../picture/read-picture'
import type { Box } from '../../reading'
import { type Pdfium, withMemory } from '../pdfium/pdfium'
import { displayedSize, drawPart } from '../pdfium/render'
import type { PagePicture } from './page-pictures'

/** Pixels to a point: 220 dpi, where print is read best for its time. */
const readingScale = 220 / 72
const mostPixels = 10_000_000
/** A small picture is drawn larger. */
const smallestSidePx = 900
const largestScale = 6

type PartReading = { reading: PictureReading; part: Box }

/** Reads a whole page as displayed, drawn with `mostScale` pixels to a point at most. */
export async function readWholePage({
  pdfium,
  page,
  mostScale,
}: {
  pdfium: Pdfium
  page: number
  mostScale: number
}): Promise<PartReading> {
  const { width, height } = displayedSize({ pdfium, page })
  const part = { x: 0, y: 0, width, height }
  const scale = Math.min(readingScale, mostScale, Math.sqrt(mostPixels / Math.max(1, width * height)))
  return { reading: await readPicture(drawPart({ pdfium, page, part, scale, channels: 3 })), part }
}

/** What was read in pictures, by what they hold: the sender's logo stands on every invoice that it sends. */
const known = new Map<string, PictureReading>()
const mostKnown = 300

/**
 * Reads one picture of a page; null where it holds no print, or where `mayRead` says no to one that was never read.
 */
export async function readPart(input: {
  pdfium: Pdfium
  page: number
  picture: PagePicture
  mayRead: () => boolean
}): Promise<PartReading | null> {
  const { pdfium, page, picture, mayRead } = input
  const part = picture.box
  const key = keyOf({ pdfium, picture })
  const before = known.get(key)
  if (before) return { reading: before, part }
  if (!mayRead()) return null
  const reading = await readPrint({ pdfium, page, part })
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '')
  known.set(key, reading)
  return { reading, part }
}

function keyOf({ pdfium, picture }: { pdfium: Pdfium; picture: PagePicture }): string {
  const { object, box } = picture
  const bytes = pdfium._FPDFImageObj_GetImageDataRaw(object, 0, 0)
  const hash = createHash('sha1').update(`${Math.round(box.width)}×${Math.round(box.height)} `)
  withMemory({
    pdfium,
    bytes: Math.max(1, bytes),
    use: (memory) => {
      pdfium._FPDFImageObj_GetImageDataRaw(object, memory, bytes)
      hash.update(pdfium.HEAPU8.subarray(memory, memory + bytes))
    },
  })
  return hash.digest('base64')
}

async function readPrint({
  pdfium,
  page,
  part,
}: {
  pdfium: Pdfium
  page: number
  part: Box
}): Promise<PictureReading> {
  const small = drawPart({ pdfium, page, part, scale: 1, channels: 1 })
  if (!looksPrinted(small)) {
    return { width: small.width, height: small.height, words: [], turned: 0, isTooSmall: false }
  }
  const wanted = Math.max(readingScale, smallestSidePx / Math.max(part.width, part.height))
  const scale = Math.min(largestScale, wanted, Math.sqrt(mostPixels / (part.width * part.height)))
  return readPicture(drawPart({ pdfium, page, part, scale, channels: 3 }))
}

/** Of all pixels: print stands on one ground, photographs have none. */
const leastGround = 0.3
const leastInk = 0.004

function looksPrinted({ pixels }: Picture): boolean {
  const histogram = new Uint32Array(256)
  for (const grey of pixels) histogram[grey] = (histogram[grey] ?? 0) + 1
  const ground = histogram.indexOf(Math.max(...histogram))
  let near = 0
  let far = 0
  for (let level = 0; level < 256; level += 1) {
    const distance = Math.abs(level - ground)
    if (distance <= 12) near += histogram[level] ?? 0
    if (distance >= 48) far += histogram[level] ?? 0
  }
  return near >= leastGround * pixels.length && far >= leastInk * pixels.length
}
