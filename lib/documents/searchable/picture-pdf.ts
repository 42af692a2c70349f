import 'server-only'
import type { PageWords } from '@/base/contract'
import { fontObjects, glyphlessFont, type PdfObject, streamObject } from './glyphless-font'
import { nameOf, type PdfDict, type PdfValue, refTo, writeValue } from './pdf-syntax'
import { layerContent, layerFont } from './text-layer'
import { writeObjects, writeTable } from './write-objects'

type Jpeg = {
  bytes: number
  width: number
  height: number
  channels: number
  dotsPerInch: number | null
}

/** Where a picture does not say how large it is: what scanners usually do. */
const usualDotsPerInch = 150
/** The largest page that programs open, in points (ISO 32000-2, Annex C). */
const longestSide = 14_400

/** What stands before and after a JPEG in a PDF of one page of its size, with the words read from it. */
export function pictureFrame({ jpeg, pages }: { jpeg: Jpeg; pages: PageWords[] }): {
  before: Buffer
  after: Buffer
} {
  const [catalogue, tree, page, picture, content, font] = [1, 2, 3, 4, 5, 6] as const
  const scale = Math.min(
    72 / (jpeg.dotsPerInch ?? usualDotsPerInch),
    longestSide / Math.max(jpeg.width, jpeg.height),
  )
  const box = { left: 0, bottom: 0, width: jpeg.width * scale, height: jpeg.height * scale }
  const words = pages.find((one) => one.page === 1)?.words ?? []
  const layer = layerContent({ words, page: { box, rotation: 0 } })
  const drawn = `q ${box.width.toFixed(3)} 0 0 ${box.height.toFixed(3)} 0 0 cm /Picture Do Q\n${layer}`
  const object = (number: number, members: Record<string, PdfValue>): PdfObject => ({
    number,
    dict: dictOf(members),
  })
  const first = [
    object(catalogue, { Type: nameOf('Catalog'), Pages: refTo(tree) }),
    object(tree, { Type: nameOf('Pages'), Kids: [refTo(page)], Count: 1 }),
    object(page, {
      ...{ Type: nameOf('Page'), Parent: refTo(tree), MediaBox: [0, 0, box.width, box.height] },
      Contents: refTo(content),
      Resources: dictOf({
        XObject: dictOf({ Picture: refTo(picture) }),
        Font: dictOf({ [layerFont]: refTo(font) }),
      }),
    }),
    streamObject(content, Buffer.from(drawn, 'latin1')),
    ...glyphlessFont(font),
  ]
  const header = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')
  const written = writeObjects({ objects: first, start: header.length })
  const offset = header.length + written.bytes.length
  const image = dictOf({
    ...{ Type: nameOf('XObject'), Subtype: nameOf('Image'), Width: jpeg.width, Height: jpeg.height },
    ...{ BitsPerComponent: 8, ColorSpace: nameOf(jpeg.channels === 1 ? 'DeviceGray' : 'DeviceRGB') },
    ...{ Filter: nameOf('DCTDecode'), Length: jpeg.bytes },
  })
  const opening = Buffer.from(`${picture} 0 obj\n${writeValue(image)}\nstream\n`, 'latin1')
  const closing = Buffer.from('\nendstream\nendobj\n')
  const table = writeTable({
    offsets: [...written.offsets, { number: picture, generation: 0, offset }],
    trailer: dictOf({ Size: font + fontObjects, Root: refTo(catalogue) }),
    at: offset + opening.length + jpeg.bytes + closing.length,
    isWhole: true,
  })
  return { before: Buffer.concat([header, written.bytes, opening]), after: Buffer.concat([closing, table]) }
}

const dictOf = (members: Record<string, PdfValue>): PdfDict => new Map(Object.entries(members))

/** What the head of a JPEG says of it (ITU-T T.81, Annex B, and JFIF); null for what is none. */
export function readJpegHead(head: Buffer): Omit<Jpeg, 'bytes'> | null {
  let dotsPerInch: number | null = null
  for (let at = 2; at + 10 < head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    const marker = head[at + 1] ?? 0
    if (marker === 0xe0 && at + 16 < head.length && head.toString('latin1', at + 4, at + 8) === 'JFIF')
      dotsPerInch = densityOf({ unit: head[at + 11] ?? 0, density: head.readUInt16BE(at + 12) })
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (!isFrame) continue
    const [height, width, channels] = [
      head.readUInt16BE(at + 5),
      head.readUInt16BE(at + 7),
      head[at + 9] ?? 0,
    ]
    return width > 0 && height > 0 ? { width, height, channels, dotsPerInch } : null
  }
  return null
}

/** Below that it is what programs write who know no better. */
const leastDotsPerInch = 90

function densityOf({ unit, density }: { unit: number; density: number }): number | null {
  const dots = unit === 2 ? density * 2.54 : unit === 1 ? density : 0
  return dots >= leastDotsPerInch && dots <= 2400 ? dots : null
}
