import type { Picture } from '../picture/picture'

const headBytes = 8
const entryBytes = 12
const long = 4

/** Grey pictures as the pages of one TIFF, unpacked. */
export function toTiff(pages: Picture[]): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')]
  parts[0]?.writeUInt32LE(headBytes, 4)
  let at = headBytes
  for (const [index, { width, height, pixels }] of pages.entries()) {
    // Width, height, bits, unpacked, 0 is black, where, samples, rows, bytes; as the format numbers them.
    const entries: [number, number][] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, 0],
      [277, 1],
      [278, height],
      [279, width * height],
    ]
    const head = Buffer.alloc(2 + entries.length * entryBytes + 4)
    head.writeUInt16LE(entries.length, 0)
    for (const [row, [tag, value]] of entries.entries()) {
      const from = 2 + row * entryBytes
      head.writeUInt16LE(tag, from)
      head.writeUInt16LE(long, from + 2)
      head.writeUInt32LE(1, from + 4)
      head.writeUInt32LE(tag === 273 ? at + head.length : value, from + 8)
    }
    const filling = Buffer.alloc(pixels.length % 2)
    at += head.length + pixels.length + filling.length
    if (index < pages.length - 1) head.writeUInt32LE(at, head.length - 4)
    parts.push(head, pixels, filling)
  }
  return Buffer.concat(parts)
}
