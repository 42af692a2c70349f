/** What a PDF and an eye must know of a JPEG; `orientation` is that of EXIF, 1 where it says nothing. */
type JpegHead = { width: number; height: number; components: number; orientation: number }

/** Starts of frames (ITU-T T.81 table B.1), without the tables and the lossless and arithmetic kinds that no PDF takes. */
const frames = [0xc0, 0xc1, 0xc2]
const [startOfScan, app1] = [0xda, 0xe1]

/** Null where this is no JPEG that a PDF can hold. Pure. */
export function readJpegHead(bytes: Uint8Array): JpegHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let orientation = 1
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === app1) orientation = readOrientation({ view, at: at + 4 }) ?? orientation
    if (frames.includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return { width, height, components: view.getUint8(at + 9), orientation }
    }
    if (marker === startOfScan) return null
  }
  return null
}

const orientationTag = 0x0112

/** Of the first directory of an EXIF segment (EXIF 2.3 §4.6.4); null for other segments and for nonsense. */
function readOrientation({ view, at }: { view: DataView; at: number }): number | null {
  try {
    if (view.getUint32(at) !== 0x45786966) return null
    const tiff = at + 6
    const isLittle = view.getUint16(tiff) === 0x4949
    const directory = tiff + view.getUint32(tiff + 4, isLittle)
    const count = view.getUint16(directory, isLittle)
    for (let index = 0; index < count; index += 1) {
      const entry = directory + 2 + index * 12
      if (view.getUint16(entry, isLittle) !== orientationTag) continue
      const orientation = view.getUint16(entry + 8, isLittle)
      return orientation >= 1 && orientation <= 8 ? orientation : null
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
