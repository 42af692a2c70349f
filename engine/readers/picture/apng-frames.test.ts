import sharp from 'sharp'
import { expect, it } from 'vitest'
import { findApngFrames } from './apng-frames'

type Chunk = { type: string; data: Buffer }

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
    })
  return chunks
}

/** Without valid checks, which the finder does not look at. */
function pngOf(chunks: Chunk[]): Buffer {
  const parts = chunks.flatMap(({ type, data }) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return [length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]
  })
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

const solid = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

/** fcTL: sequence number, width, height and what follows them. */
function control(number: number, width: number, height: number): Chunk {
  const data = Buffer.alloc(26)
  for (const [at, value] of [number, width, height].entries()) data.writeUInt32BE(value, at * 4)
  return { type: 'fcTL', data }
}

function frameData(number: number, png: Buffer, parts = 1): Chunk[] {
  const packed = Buffer.concat(chunksOf(png).flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  const size = Math.ceil(packed.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(number + part)
    return { type: 'fdAT', data: Buffer.concat([head, packed.subarray(part * size, (part + 1) * size)]) }
  })
}

async function animated(): Promise<Buffer> {
  const [head, ...rest] = chunksOf(await solid(6, 4, 'red'))
  if (!head) throw new Error('no head')
  const end = rest.at(-1)
  return pngOf([
    head,
    { type: 'acTL', data: Buffer.alloc(8) },
    control(0, 6, 4),
    ...rest.slice(0, -1),
    control(1, 6, 4),
    ...frameData(2, await solid(6, 4, 'lime')),
    control(3, 3, 2),
    ...frameData(4, await solid(3, 2, 'blue'), 2),
    ...(end ? [end] : []),
  ])
}

it('each picture after the first is a PNG of its own size that others can open', async () => {
  const frames = findApngFrames(await animated())
  const read = await Promise.all(
    frames.map(async (frame) => {
      const { data, info } = await sharp(frame).raw().toBuffer({ resolveWithObject: true })
      return { size: [info.width, info.height], first: [...data.subarray(0, 3)] }
    }),
  )
  expect(read).toEqual([
    { size: [6, 4], first: [0, 255, 0] },
    { size: [3, 2], first: [0, 0, 255] },
  ])
})

it('a plain PNG has no further pictures, nor have bytes that end in the middle', async () => {
  expect(findApngFrames(await solid(4, 4, 'red'))).toEqual([])
  expect(findApngFrames(Buffer.from('89504e470d0a1a0a00', 'hex'))).toEqual([])
})
