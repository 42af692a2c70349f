import sharp from 'sharp'
import type { Picture } from '../damage'
import type { Random } from '../random'
import { type Corners, createSheetPosition } from './plane'
import { createSmoothNoise } from './smooth-noise'
import { drawTableTop } from './table-top'

export type Scene = {
  width: number
  height: number
  /** Where the corners of the paper lie in the picture. */
  corners: Corners
  /** How far the edges of the paper waver, as a share of its width. */
  wave: number
  jpegQuality: number
}

/** The paper as a phone sees it lying on a table: from aside, wavy, with its shadow and the light of a window. */
export async function photograph(input: { paper: Picture; scene: Scene; random: Random }): Promise<Buffer> {
  const { paper, scene, random } = input
  const { width, height } = scene
  const seen = drawTableTop({ width, height, random })
  const spots = findPaper({ scene, random })
  await castShadow({ seen, spots })
  layPaper({ seen, spots, paper, random })
  light({ seen, random })
  return sharp(seen.data, { raw: { width, height, channels: 3 } })
    .blur(0.6)
    .jpeg({ quality: scene.jpegQuality, chromaSubsampling: '4:2:0' })
    .toBuffer()
}

/** For each pixel of the picture the position on the paper, 0 to 1, or NaN beside it. */
type Spots = { u: Float32Array; v: Float32Array }

function findPaper({ scene, random }: { scene: Scene; random: Random }): Spots {
  const { width, height, corners, wave } = scene
  const positionOf = createSheetPosition(corners)
  const phase = random.next() * 6
  const spots = { u: new Float32Array(width * height).fill(Number.NaN), v: new Float32Array(width * height) }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const { x: across, y: v } = positionOf(x, y)
      const u = across + wave * (Math.sin(v * 5.2 + phase) + 0.4 * Math.sin(v * 13 + 2 * phase))
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue
      spots.u[y * width + x] = u
      spots.v[y * width + x] = v
    }
  }
  return spots
}

const shadowPx = { right: 16, down: 20, blur: 14 }

async function castShadow({ seen, spots }: { seen: Picture; spots: Spots }): Promise<void> {
  const { data, width, height } = seen
  const mask = Buffer.alloc(width * height)
  for (let y = shadowPx.down; y < height; y += 1) {
    for (let x = shadowPx.right; x < width; x += 1) {
      const from = (y - shadowPx.down) * width + x - shadowPx.right
      mask[y * width + x] = Number.isNaN(spots.u[from]) ? 0 : 255
    }
  }
  const raw = { width, height, channels: 1 as const }
  const soft = await sharp(mask, { raw }).blur(shadowPx.blur).extractChannel(0).raw().toBuffer()
  for (let at = 0; at < width * height; at += 1) {
    const left = 1 - (0.6 * (soft[at] ?? 0)) / 255
    for (let channel = at * 3; channel < at * 3 + 3; channel += 1) data[channel] = (data[channel] ?? 0) * left
  }
}

/** Thermal paper is not quite white, its print not quite black; where it waves it is lighter and darker. */
function layPaper(input: { seen: Picture; spots: Spots; paper: Picture; random: Random }): void {
  const { seen, spots, paper, random } = input
  const noise = createSmoothNoise(random.whole(1, 1_000_000))
  const whole = { red: 246, green: 243, blue: 236 }
  const tilt = random.next() * 6
  for (let at = 0; at < seen.width * seen.height; at += 1) {
    const [u = Number.NaN, v = 0] = [spots.u[at], spots.v[at]]
    if (Number.isNaN(u)) continue
    const bend = 0.045 * Math.sin(v * 7.5 + u * 1.8 + tilt) + 0.05 * (noise(u * 3, v * 6) - 0.5)
    const crumple = 0.03 * (noise(u * 11, v * 19) - 0.5)
    const lightness = (0.93 + bend + crumple) * (0.12 + 0.88 * brightnessAt(paper, u, v))
    const to = at * 3
    seen.data[to] = Math.min(255, whole.red * lightness)
    seen.data[to + 1] = Math.min(255, whole.green * lightness)
    seen.data[to + 2] = Math.min(255, whole.blue * lightness)
  }
}

/** Between four pixels, 0 to 1. */
function brightnessAt({ data, width, height }: Picture, u: number, v: number): number {
  const [x, y] = [u * (width - 1), v * (height - 1)]
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - left, y - top]
  const green = (px: number, py: number) =>
    data[(Math.min(py, height - 1) * width + Math.min(px, width - 1)) * 3 + 1] ?? 0
  const upper = green(left, top) * (1 - fx) + green(left + 1, top) * fx
  const lower = green(left, top + 1) * (1 - fx) + green(left + 1, top + 1) * fx
  return (upper * (1 - fy) + lower * fy) / 255
}

/** A window at the upper left, darker corners, and the grain of a small sensor. */
function light({ seen, random }: { seen: Picture; random: Random }): void {
  const { data, width, height } = seen
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x / width - 0.5, y / height - 0.5]
      const window = 1.04 - 0.2 * (dx * 0.7 + dy * 0.8)
      const vignette = 1 - 0.42 * (dx * dx + dy * dy)
      const grain = (random.next() + random.next() - 1) * 5
      const at = (y * width + x) * 3
      const shade = window * vignette
      data[at] = clamp((data[at] ?? 0) * shade * 1.015 + grain)
      data[at + 1] = clamp((data[at + 1] ?? 0) * shade + grain)
      data[at + 2] = clamp((data[at + 2] ?? 0) * shade * 0.975 + grain)
    }
  }
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, value))
}
