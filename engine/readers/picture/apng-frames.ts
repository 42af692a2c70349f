type Chunk = { type: string; data: Buffer }

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const frameNumberBytes = 4

/** The pictures of an animated PNG after its first, each as a PNG of its own; none in a plain one. */
export function findApngFrames(png: Buffer): Buffer[] {
  const chunks = readChunks(png)
  if (!chunks.some(({ type }) => type === 'acTL')) return []
  const head = chunks.find(({ type }) => type === 'IHDR')
  const first = chunks.findIndex(({ type }) => type === 'IDAT')
  // Palette and the like stand before the first picture and hold for all.
  const shared = chunks.slice(0, first).filter(({ type }) => !['IHDR', 'acTL', 'fcTL'].includes(type))
  const frames: { control: Buffer; data: Buffer[] }[] = []
  for (const { type, data } of chunks.slice(first)) {
    if (type === 'fcTL') frames.push({ control: data, data: [] })
    if (type === 'fdAT') frames.at(-1)?.data.push(data.subarray(frameNumberBytes))
  }
  return frames.map(({ control, data }) => {
    // A frame has a width and height of its own.
    const ownHead = Buffer.concat([control.subarray(4, 12), head?.data.subarray(8) ?? Buffer.alloc(0)])
    return writePng([
      { type: 'IHDR', data: ownHead },
      ...shared,
      { type: 'IDAT', data: Buffer.concat(data) },
      { type: 'IEND', data: Buffer.alloc(0) },
    ])
  })
}

function readChunks(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function writePng(chunks: Chunk[]): Buffer {
  return Buffer.concat([signature, ...chunks.flatMap(writeChunk)])
}

function writeChunk({ type, data }: Chunk): Buffer[] {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(checksum(named))
  return [length, named, check]
}

/** The CRC of PNG. */
function checksum(bytes: Buffer): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ~rest >>> 0
}
