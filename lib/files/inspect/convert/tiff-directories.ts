import 'server-only'
import { type FileHandle, open } from 'node:fs/promises'
import { honestResolution, type Resolution } from '../../picture-pdf'
import { InspectionError, maxPicturePages } from '../inspector-protocol'

/** One picture of a TIFF file, at its place in the chain. */
export type TiffPicture = {
  index: number
  width: number
  height: number
  compression: number
  isOneBit: boolean
  isGrey: boolean
  /** A smaller copy of another one (TIFF 6.0, NewSubfileType). */
  isReduced: boolean
  /** Dots per inch; null where the file does not tell, or tells nonsense. */
  resolution: Resolution | null
}

/** Tags of TIFF 6.0. */
const tags = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  samplesPerPixel: 277,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
} as const

const maxEntries = 1_000
const centimetresPerInch = 2.54

/** The pictures in the order of their chain. Throws InspectionError: unreadable, pages. */
export async function readTiffPictures(path: string): Promise<TiffPicture[]> {
  const file = await open(path)
  try {
    return await followChain(await openReader(file))
  } catch (cause) {
    if (cause instanceof InspectionError || (cause instanceof Error && 'syscall' in cause)) throw cause
    throw new InspectionError('unreadable', { cause })
  } finally {
    await file.close()
  }
}

/** Numbers of the file, in its own order of bytes; `isBig` has offsets of eight bytes (BigTIFF). */
type Reader = {
  first: number
  isBig: boolean
  read: (part: { at: number; bytes: number }) => Promise<Buffer>
  number: (from: { buffer: Buffer; at: number; bytes: 2 | 4 | 8 }) => number
}

async function openReader(file: FileHandle): Promise<Reader> {
  const read = async ({ at, bytes }: { at: number; bytes: number }) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at)
    if (bytesRead < bytes) throw new InspectionError('unreadable')
    return buffer
  }
  const head = await read({ at: 0, bytes: 8 })
  const isLittle = head.toString('latin1', 0, 2) === 'II'
  const number: Reader['number'] = ({ buffer, at, bytes }) => {
    if (bytes === 8) return Number(isLittle ? buffer.readBigUInt64LE(at) : buffer.readBigUInt64BE(at))
    return isLittle ? buffer.readUIntLE(at, bytes) : buffer.readUIntBE(at, bytes)
  }
  const isBig = number({ buffer: head, at: 2, bytes: 2 }) === 43
  const first = isBig
    ? number({ buffer: await read({ at: 8, bytes: 8 }), at: 0, bytes: 8 })
    : number({ buffer: head, at: 4, bytes: 4 })
  return { first, isBig, read, number }
}

async function followChain(reader: Reader): Promise<TiffPicture[]> {
  const pictures: TiffPicture[] = []
  const seen = new Set<number>()
  let at = reader.first
  while (at !== 0) {
    if (seen.has(at)) throw new InspectionError('unreadable')
    if (seen.size > 2 * maxPicturePages) throw new InspectionError('pages')
    seen.add(at)
    const { values, next } = await readDirectory({ reader, at })
    pictures.push(toPicture({ values, index: pictures.length }))
    at = next
  }
  return pictures
}

type Values = Map<number, number>

async function readDirectory({ reader, at }: { reader: Reader; at: number }) {
  const { isBig, read, number } = reader
  const [countBytes, entryBytes, offsetBytes] = isBig ? ([8, 20, 8] as const) : ([2, 12, 4] as const)
  const count = number({ buffer: await read({ at, bytes: countBytes }), at: 0, bytes: countBytes })
  if (count > maxEntries) throw new InspectionError('unreadable')
  const buffer = await read({ at: at + countBytes, bytes: count * entryBytes + offsetBytes })
  const values: Values = new Map()
  for (let index = 0; index < count; index += 1) {
    const entry = buffer.subarray(index * entryBytes, (index + 1) * entryBytes)
    const tag = number({ buffer: entry, at: 0, bytes: 2 })
    if (Object.values<number>(tags).includes(tag)) values.set(tag, await readValue({ reader, entry }))
  }
  return { values, next: number({ buffer, at: count * entryBytes, bytes: offsetBytes }) }
}

/** The first number of an entry: SHORT, LONG, LONG8, or a RATIONAL, which lies elsewhere in a classic file. */
async function readValue({ reader, entry }: { reader: Reader; entry: Buffer }): Promise<number> {
  const { isBig, read, number } = reader
  const type = number({ buffer: entry, at: 2, bytes: 2 })
  const count = number({ buffer: entry, at: 4, bytes: isBig ? 8 : 4 })
  const value = isBig ? 12 : 8
  const size = { 3: 2, 4: 4, 5: 8, 16: 8 }[type]
  if (!size) return 0
  const isInside = count * size <= (isBig ? 8 : 4)
  const bytes = isInside
    ? entry.subarray(value)
    : await read({ at: number({ buffer: entry, at: value, bytes: isBig ? 8 : 4 }), bytes: size })
  if (type === 3) return number({ buffer: bytes, at: 0, bytes: 2 })
  if (type === 16) return number({ buffer: bytes, at: 0, bytes: 8 })
  const first = number({ buffer: bytes, at: 0, bytes: 4 })
  return type === 4 ? first : first / number({ buffer: bytes, at: 4, bytes: 4 })
}

function toPicture({ values, index }: { values: Values; index: number }): TiffPicture {
  const value = (tag: keyof typeof tags, otherwise = 0) => values.get(tags[tag]) ?? otherwise
  const samples = value('samplesPerPixel', 1)
  const perUnit = value('resolutionUnit', 2) === 3 ? centimetresPerInch : 1
  return {
    index,
    width: value('width'),
    height: value('height'),
    compression: value('compression', 1),
    isOneBit: samples === 1 && value('bitsPerSample', 1) === 1 && value('photometric') <= 1,
    isGrey: samples === 1 && value('photometric') <= 1,
    isReduced: (value('subfileType') & 1) === 1,
    resolution: honestResolution({ x: value('xResolution') * perUnit, y: value('yResolution') * perUnit }),
  }
}
