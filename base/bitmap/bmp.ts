/** Red, green and blue of each pixel, row by row. */
export type Bitmap = { width: number; height: number; channels: 3; pixels: Buffer }

type Head = {
  width: number
  height: number
  isTopDown: boolean
  bits: number
  compression: number
  pixelsAt: number
  palette: { at: number; entryBytes: number }
  /** Where red, green and blue lie in a pixel of 16 or 32 bits. */
  masks: [number, number, number]
}

const fileHeadBytes = 14
const oldHeadBytes = 12
const newHeadBytes = 40
const packings = { none: 0, bytes: 1, halfBytes: 2, masks: 3, masksWithAlpha: 6 }

/** Width and height in pixels, from the head alone. @throws RangeError when there is no head. */
export function readBmpSize(file: Buffer): { width: number; height: number } {
  if (file.toString('latin1', 0, 2) !== 'BM') throw new RangeError('No bitmap.')
  // OS/2's first head has 16 bits for each; a negative height says that the top row comes first.
  return file.readUInt32LE(fileHeadBytes) === oldHeadBytes
    ? { width: file.readUInt16LE(18), height: file.readUInt16LE(20) }
    : { width: Math.abs(file.readInt32LE(18)), height: Math.abs(file.readInt32LE(22)) }
}

/** Decodes a Windows or OS/2 bitmap. @throws RangeError when it is damaged or of a kind that nobody writes. */
export function decodeBmp(file: Buffer): Bitmap {
  const head = readHead(file)
  const { width, height, isTopDown } = head
  const pixels = Buffer.alloc(width * height * 3)
  const colourAt = colourReader({ file, head })
  for (let row = 0; row < height; row += 1) {
    const to = (isTopDown ? row : height - 1 - row) * width
    for (let column = 0; column < width; column += 1) {
      pixels.writeUIntBE(colourAt({ row, column }), (to + column) * 3, 3)
    }
  }
  return { width, height, channels: 3, pixels }
}

function readHead(file: Buffer): Head {
  const headBytes = file.readUInt32LE(fileHeadBytes)
  const isOld = headBytes === oldHeadBytes
  const compression = isOld ? packings.none : file.readUInt32LE(30)
  const bits = file.readUInt16LE(isOld ? 24 : 28)
  const hasMasks = compression === packings.masks || compression === packings.masksWithAlpha
  const mask = (index: number) => file.readUInt32LE(fileHeadBytes + newHeadBytes + index * 4)
  const masksBehind = hasMasks && headBytes === newHeadBytes ? 12 : 0
  return {
    ...readBmpSize(file),
    isTopDown: !isOld && file.readInt32LE(22) < 0,
    bits,
    compression,
    pixelsAt: file.readUInt32LE(10),
    palette: { at: fileHeadBytes + headBytes + masksBehind, entryBytes: isOld ? 3 : 4 },
    masks: hasMasks
      ? [mask(0), mask(1), mask(2)]
      : bits === 16
        ? [0x7c00, 0x3e0, 0x1f]
        : [0xff0000, 0xff00, 0xff],
  }
}

/** Gives a pixel's colour as 0xRRGGBB; rows as they are stored. */
function colourReader({
  file,
  head,
}: {
  file: Buffer
  head: Head
}): (at: { row: number; column: number }) => number {
  const { width, height, bits, pixelsAt, palette, masks, compression } = head
  const rowBytes = Math.ceil((width * bits) / 32) * 4
  const paletteColour = (index: number) => file.readUIntLE(palette.at + index * palette.entryBytes, 3)
  if (compression === packings.bytes || compression === packings.halfBytes) {
    const indexes = unpackRuns({ file, head })
    return ({ row, column }) => paletteColour(indexes[row * width + column] ?? 0)
  }
  if (pixelsAt + rowBytes * height > file.length) throw new RangeError('The bitmap ends early.')
  const start = (row: number) => pixelsAt + row * rowBytes
  if (bits === 24) return ({ row, column }) => file.readUIntLE(start(row) + column * 3, 3)
  if (bits === 16 || bits === 32) {
    const parts = masks.map(maskReader)
    return ({ row, column }) => {
      const value = file.readUIntLE(start(row) + (column * bits) / 8, bits / 8)
      return parts.reduce((colour, part) => colour * 256 + part(value), 0)
    }
  }
  if (![1, 2, 4, 8].includes(bits)) throw new RangeError(`A bitmap of ${bits} bits.`)
  const perByte = 8 / bits
  return ({ row, column }) => {
    const byte = file.readUInt8(start(row) + Math.floor(column / perByte))
    return paletteColour((byte >> (8 - bits * ((column % perByte) + 1))) & (2 ** bits - 1))
  }
}

/** Brings the bits under a mask to 0 to 255. */
function maskReader(mask: number): (value: number) => number {
  const lowest = mask === 0 ? 1 : 2 ** (31 - Math.clz32(mask & -mask))
  const greatest = Math.max(1, Math.floor(mask / lowest))
  return (value) => Math.round((Math.floor((value & mask) >>> 0) / lowest / greatest) * 255)
}

/** Runs of one colour: how often, which; after a 0: the end of the row, of the picture, a leap, or so many as they are. */
function unpackRuns({ file, head }: { file: Buffer; head: Head }): Uint8Array {
  const { width, height, compression, pixelsAt } = head
  const indexes = new Uint8Array(width * height)
  const isHalf = compression === packings.halfBytes
  let [row, column, at] = [0, 0, pixelsAt]
  const put = (index: number) => {
    if (row < height && column < width) indexes[row * width + column] = index
    column += 1
  }
  const part = (byte: number, count: number) => (isHalf ? (count % 2 === 0 ? byte >> 4 : byte & 15) : byte)
  while (row < height) {
    const [count, value] = [file.readUInt8(at), file.readUInt8(at + 1)]
    at += 2
    if (count > 0) for (let done = 0; done < count; done += 1) put(part(value, done))
    else if (value === 0) [row, column] = [row + 1, 0]
    else if (value === 1) break
    else if (value === 2) {
      ;[column, row] = [column + file.readUInt8(at), row + file.readUInt8(at + 1)]
      at += 2
    } else {
      for (let done = 0; done < value; done += 1)
        put(part(file.readUInt8(at + (isHalf ? done >> 1 : done)), done))
      const bytes = isHalf ? Math.ceil(value / 2) : value
      at += bytes + (bytes % 2)
    }
  }
  return indexes
}
