import { honestResolution, type Resolution } from './picture-pdf'

/** What a PDF and an eye must know of a JPEG; `orientation` is that of EXIF, 1 where it says nothing. */
type JpegHead = {
  width: number
  height: number
  components: number
  orientation: number
  /** Of JFIF or EXIF; null where it does not tell, or tells nonsense. */
  resolution: Resolution | null
}

/** Starts of frames (ITU-T T.81 table B.1), without the tables and the lossless and arithmetic kinds that no PDF takes. */
const frames = [0xc0, 0xc1, 0xc2]
const [startOfScan, app0, app1] = [0xda, 0xe0, 0xe1]

/** Null where this is no JPEG that a PDF can hold. Pure. */
export function readJpegHead(bytes: Uint8Array): JpegHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let orientation = 1
  let resolution: Resolution | null = null
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === app0) resolution = readDensity({ view, at: at + 4 }) ?? resolution
    if (marker === app1) {
      const exif = readExif({ view, at: at + 4 })
      orientation = exif?.orientation ?? orientation
      resolution ??= exif?.resolution ?? null
    }
    if (frames.includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return { width, height, components: view.getUint8(at + 9), orientation, resolution }
    }
    if (marker === startOfScan) return null
  }
  return null
}

const centimetresPerInch = 2.54

/** Of a JFIF segment (ITU-T T.871 §10.1); null for other segments and for those without a unit. */
function readDensity({ view, at }: { view: DataView; at: number }): Resolution | null {
  if (at + 12 > view.byteLength || view.getUint32(at) !== 0x4a464946) return null
  const perUnit = { 1: 1, 2: centimetresPerInch }[view.getUint8(at + 7)]
  if (perUnit === undefined) return null
  return honestResolution({ x: view.getUint16(at + 8) * perUnit, y: view.getUint16(at + 10) * perUnit })
}

/** Tags of EXIF 2.3 §4.6.4. */
const tags = { orientation: 0x0112, xResolution: 0x011a, yResolution: 0x011b, resolutionUnit: 0x0128 }

type Exif = { orientation: number | null; resolution: Resolution | null }

/** Of the first directory of an EXIF segment; null for other segments and for nonsense. */
function readExif({ view, at }: { view: DataView; at: number }): Exif | null {
  try {
    if (view.getUint32(at) !== 0x45786966) return null
    const tiff = at + 6
    const isLittle = view.getUint16(tiff) === 0x4949
    const directory = tiff + view.getUint32(tiff + 4, isLittle)
    const count = view.getUint16(directory, isLittle)
    const entries = new Map<number, number>()
    for (let index = 0; index < count; index += 1) {
      const entry = directory + 2 + index * 12
      if (entry + 12 > view.byteLength) break
      entries.set(view.getUint16(entry, isLittle), entry + 8)
    }
    const short = (tag: number) => {
      const place = entries.get(tag)
      return place === undefined ? 0 : view.getUint16(place, isLittle)
    }
    const rational = (tag: number) => {
      const place = entries.get(tag)
      if (place === undefined) return 0
      const value = tiff + view.getUint32(place, isLittle)
      if (value + 8 > view.byteLength) return 0
      return view.getUint32(value, isLittle) / view.getUint32(value + 4, isLittle)
    }
    const orientation = short(tags.orientation)
    const perUnit = short(tags.resolutionUnit) === 3 ? centimetresPerInch : 1
    const [x, y] = [rational(tags.xResolution) * perUnit, rational(tags.yResolution) * perUnit]
    return {
      orientation: orientation >= 1 && orientation <= 8 ? orientation : null,
      resolution: honestResolution({ x, y }),
    }
  } catch {
    // It points beyond its end.
  }
  return null
}

/** A quarter turn clockwise leads from one orientation to the next. */
const afterQuarter: Record<number, number> = { 1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2 }

/** The orientation of what stood upright by `orientation` and was then turned clockwise. */
export function turnOrientation({ orientation, turn }: { orientation: number; turn: number }): number {
  let turned = orientation
  for (let degrees = 0; degrees < turn; degrees += 90) turned = afterQuarter[turned] ?? 1
  return turned
}
