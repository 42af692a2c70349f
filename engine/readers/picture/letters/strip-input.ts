import type { Picture } from '../picture'

/** Strips of one height beside each other for a network, blue first, −1 to 1; narrower ones are filled up with grey. */
export function toStripInput({ strips, width }: { strips: Picture[]; width: number }): Float32Array {
  const height = strips[0]?.height ?? 0
  const plane = width * height
  const values = new Float32Array(strips.length * 3 * plane)
  for (const [index, strip] of strips.entries()) {
    const columns = Math.min(width, strip.width)
    for (let channel = 0; channel < 3; channel += 1) {
      const from = strip.channels === 3 ? 2 - channel : 0
      for (let row = 0; row < height; row += 1) {
        const to = (index * 3 + channel) * plane + row * width
        const source = row * strip.width
        for (let column = 0; column < columns; column += 1) {
          values[to + column] = (strip.pixels[(source + column) * strip.channels + from] ?? 0) / 127.5 - 1
        }
      }
    }
  }
  return values
}
