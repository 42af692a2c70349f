import sharp from 'sharp'
import { z } from 'zod'

export const spoilSchema = z.object({
  /** Dots per inch of the scanner. */
  dpi: z.number().min(72).max(400),
  /** Degrees clockwise by which the sheet lay askew. */
  skewDegrees: z.number().default(0),
  quarterTurn: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
  /** Standard deviation of the sensor's noise, in grey levels of 255. */
  noise: z.number().min(0).max(40).default(0),
  /** Share of light lost from the brightest corner to the darkest, 0 to 1. */
  light: z.number().min(0).max(0.9).default(0),
  format: z.enum(['jpg', 'png']),
})
export type Spoil = z.infer<typeof spoilSchema>

const paperColour = { r: 236, g: 234, b: 228 }
const jpegQuality = 72

/** Makes of a clean picture of a page (PNG bytes) what a scanner or a telephone would: the same one each time. */
export async function spoilPicture({ page, spoil }: { page: Buffer; spoil: Spoil }): Promise<Buffer> {
  const skewed = await sharp(page)
    .flatten({ background: '#fff' })
    .rotate(spoil.skewDegrees, { background: paperColour })
    .blur(0.6)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = skewed.info
  dirty({ pixels: skewed.data, width, height, spoil })
  const turned = sharp(skewed.data, { raw: { width, height, channels: 3 } }).rotate(spoil.quarterTurn ?? 0)
  return spoil.format === 'jpg'
    ? turned.jpeg({ quality: jpegQuality }).toBuffer()
    : turned.png({ compressionLevel: 9 }).toBuffer()
}

/** Uneven light and noise, written over the pixels (three bytes each). */
function dirty({
  pixels,
  width,
  height,
  spoil,
}: {
  pixels: Buffer
  width: number
  height: number
  spoil: Spoil
}): void {
  const random = seededRandom(width * 31 + height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = 1 - (spoil.light * (x / width + y / height)) / 2
      // Three uniform numbers come close enough to a bell curve of deviation 0.5.
      const noise = (random() + random() + random() - 1.5) * 2 * spoil.noise
      const at = (y * width + x) * 3
      for (const channel of [at, at + 1, at + 2]) {
        pixels[channel] = Math.max(0, Math.min(255, Math.round((pixels[channel] ?? 0) * light + noise)))
      }
    }
  }
}

/** Park-Miller: a fixed seed makes every run read the very same picture. */
function seededRandom(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
