import sharp from 'sharp'
import type { Random } from './random'

/** What happened to a page on its way; each part may be left out. */
export type Damage = {
  /** Share of the ink that is left, 0 to 1. */
  faint?: number
  /** Folds across the page. */
  creases?: number
  /** Folded in three to go into an envelope, and smoothed out again. */
  letterFolds?: true
  /** How dark the darkest corner is, 0 to 1. */
  shadow?: number
  /** How far corners are from where they belong, as a share of the width. */
  perspective?: number
  /** Degrees clockwise. */
  tilt?: number
  /** Standard deviation in pixels. */
  blur?: number
  /** Standard deviation in shades of 255. */
  noise?: number
  /** Black and white alone, at the lines of a fax. */
  fax?: true
  /** Quality of the JPEG, 1 to 100; a PNG without it. */
  jpegQuality?: number
}

export const damages = {
  none: {},
  scan: { tilt: 0.4, noise: 4, jpegQuality: 85 },
  tilted: { tilt: 2.2, noise: 3, jpegQuality: 85 },
  noisy: { noise: 22, blur: 0.5, jpegQuality: 80 },
  shadow: { shadow: 0.45, noise: 4, jpegQuality: 85 },
  blurred: { blur: 1.3, jpegQuality: 85 },
  fax: { fax: true, tilt: 0.5 },
  photo: { perspective: 0.03, shadow: 0.3, noise: 5, blur: 0.6, tilt: -1.2, jpegQuality: 78 },
  creased: { creases: 3, noise: 4, jpegQuality: 85 },
  faint: { faint: 0.35, noise: 6, jpegQuality: 85 },
  compressed: { jpegQuality: 18 },
} satisfies { [name: string]: Damage }

export type Picture = { data: Buffer; width: number; height: number }

/** The picture as it would arrive, encoded; `picture` has three bytes a pixel. */
export async function damagePicture(given: {
  picture: Picture
  damage: Damage
  random: Random
}): Promise<Buffer> {
  const { damage, random } = given
  let picture = given.picture
  if (damage.faint !== undefined) fade(picture, damage.faint)
  for (let crease = 0; crease < (damage.creases ?? 0); crease += 1) foldOnce(picture, random)
  if (damage.letterFolds) foldAsLetter(picture)
  if (damage.shadow !== undefined) castShadow(picture, damage.shadow, random)
  if (damage.perspective !== undefined) picture = seeFromAside(picture, damage.perspective, random)
  if (damage.tilt !== undefined || damage.blur !== undefined) picture = await tiltAndBlur(picture, damage)
  if (damage.noise !== undefined) addNoise(picture, damage.noise, random)
  return encode(picture, damage)
}

function toSharp({ data, width, height }: Picture) {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

function fade({ data }: Picture, ink: number) {
  for (let at = 0; at < data.length; at += 1) data[at] = 255 - (255 - (data[at] ?? 0)) * ink
}

/** A light fold with a dark edge, across or along the page. */
function foldOnce({ data, width, height }: Picture, random: Random) {
  const across = random.chance(0.7)
  const length = across ? width : height
  const middle = random.next() * (across ? height : width)
  const slope = (random.next() - 0.5) * 0.05
  const reach = Math.max(2, width * 0.004)
  for (let step = 0; step < length; step += 1) {
    const line = middle + step * slope
    for (let off = -Math.ceil(reach); off <= reach; off += 1) {
      const [x, y] = across ? [step, Math.round(line + off)] : [Math.round(line + off), step]
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      const lift = off < 0 ? 0.45 : 0
      const shade = off >= 0 ? 0.82 : 1
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (y * width + x) * 3 + channel
        const value = data[at] ?? 0
        data[at] = Math.min(255, (value + (255 - value) * lift) * shade)
      }
    }
  }
}

/** Above a fold the paper leans to the light, below it away from it; both fade out within a finger's width. */
function foldAsLetter({ data, width, height }: Picture) {
  const reach = height * 0.011
  for (let y = 0; y < height; y += 1) {
    for (const fold of [0.335, 0.668]) {
      const off = y - fold * height
      const fading = Math.exp(-((off / reach) ** 2))
      const light = off < 0 ? 1 + 0.03 * fading : 1 - 0.13 * fading
      if (fading < 0.01) continue
      for (let at = y * width * 3; at < (y + 1) * width * 3; at += 1)
        data[at] = Math.min(255, (data[at] ?? 0) * light)
    }
  }
}

function castShadow({ data, width, height }: Picture, dark: number, random: Random) {
  const angle = random.next() * Math.PI * 2
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = 0.5 + 0.5 * (dx * (x / width - 0.5) * 1.4 + dy * (y / height - 0.5) * 1.4)
      const light = 1 - dark * Math.max(0, Math.min(1, along)) ** 1.5
      const at = (y * width + x) * 3
      data[at] = (data[at] ?? 0) * light
      data[at + 1] = (data[at + 1] ?? 0) * light
      data[at + 2] = (data[at + 2] ?? 0) * light
    }
  }
}

/** Corners pulled inwards on a dark table, as a phone sees a sheet. */
function seeFromAside({ data, width, height }: Picture, share: number, random: Random): Picture {
  const pull = () => [random.next() * share, random.next() * share] as const
  const [upperLeft, upperRight, lowerLeft, lowerRight] = [pull(), pull(), pull(), pull()]
  const seen = Buffer.alloc(data.length, 70)
  for (let y = 0; y < height; y += 1) {
    const v = y / height
    const left = upperLeft[0] * (1 - v) + lowerLeft[0] * v
    const right = 1 - (upperRight[0] * (1 - v) + lowerRight[0] * v)
    for (let x = 0; x < width; x += 1) {
      const u = (x / width - left) / (right - left)
      const top = upperLeft[1] * (1 - u) + upperRight[1] * u
      const bottom = 1 - (lowerLeft[1] * (1 - u) + lowerRight[1] * u)
      const w = (v - top) / (bottom - top)
      if (u < 0 || w < 0 || u >= 1 || w >= 1) continue
      copyBetween({
        data,
        width,
        height,
        seen,
        x: u * (width - 1),
        y: w * (height - 1),
        at: (y * width + x) * 3,
      })
    }
  }
  return { data: seen, width, height }
}

/** The colour at a place between four pixels. */
function copyBetween(given: Picture & { seen: Buffer; x: number; y: number; at: number }) {
  const { data, width, height, seen, x, y, at } = given
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)]
  const [fx, fy] = [x - left, y - top]
  const value = (px: number, py: number, channel: number) => data[(py * width + px) * 3 + channel] ?? 0
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = value(left, top, channel) * (1 - fx) + value(right, top, channel) * fx
    const lower = value(left, bottom, channel) * (1 - fx) + value(right, bottom, channel) * fx
    seen[at + channel] = upper * (1 - fy) + lower * fy
  }
}

async function tiltAndBlur(picture: Picture, { tilt, blur }: Damage): Promise<Picture> {
  let image = toSharp(picture)
  if (tilt !== undefined) image = image.rotate(tilt, { background: '#f4f4f2' })
  if (blur !== undefined) image = image.blur(Math.max(0.3, blur))
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function addNoise({ data }: Picture, deviation: number, random: Random) {
  for (let at = 0; at + 2 < data.length; at += 3) {
    const shift = (random.next() + random.next() + random.next() - 1.5) * 2 * deviation
    for (let channel = at; channel < at + 3; channel += 1) {
      data[channel] = Math.max(0, Math.min(255, (data[channel] ?? 0) + shift))
    }
  }
}

/** A fax has fewer lines than columns and no grey. */
async function encode(picture: Picture, { fax, jpegQuality }: Damage): Promise<Buffer> {
  const { width, height } = picture
  if (fax) {
    const coarse = await toSharp(picture)
      .greyscale()
      .resize({ width, height: Math.round(height * 0.6), fit: 'fill' })
      .toColourspace('b-w')
      .threshold(150)
      .png()
      .toBuffer()
    return sharp(coarse)
      .resize({ width, height, fit: 'fill', kernel: 'nearest' })
      .png({ palette: true, colours: 2 })
      .toBuffer()
  }
  if (jpegQuality !== undefined) return toSharp(picture).jpeg({ quality: jpegQuality }).toBuffer()
  return toSharp(picture).png().toBuffer()
}
