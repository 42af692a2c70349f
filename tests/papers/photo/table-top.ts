import type { Picture } from '../damage'
import type { Random } from '../random'
import { createSmoothNoise } from './smooth-noise'

const boards = 3

/** A table of oiled boards, seen from above. */
export function drawTableTop({
  width,
  height,
  random,
}: {
  width: number
  height: number
  random: Random
}): Picture {
  const data = Buffer.alloc(width * height * 3)
  const seed = random.whole(1, 1_000_000)
  const noise = createSmoothNoise(seed)
  const boardWidth = width / boards
  const tones = Array.from({ length: boards + 1 }, () => 0.92 + random.next() * 0.16)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const board = Math.floor(x / boardWidth)
      const across = x - board * boardWidth
      const drift = noise(x / 160, y / 700 + board * 31) * 9
      const rings = 0.5 + 0.5 * Math.sin(x / 13 + drift * 2.6)
      const fibre = noise(x / 1.6, y / 55 + board * 17)
      const gap = across < 2.5 ? 0.45 : 1
      const light = (0.84 + 0.13 * rings + 0.12 * (fibre - 0.5)) * (tones[board] ?? 1) * gap
      const at = (y * width + x) * 3
      data[at] = Math.min(255, 146 * light)
      data[at + 1] = Math.min(255, 101 * light)
      data[at + 2] = Math.min(255, 66 * light)
    }
  }
  return { data, width, height }
}
