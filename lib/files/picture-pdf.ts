/** Dots per inch across and down. */
export type Resolution = { x: number; y: number }

/** What is told of a picture beside its bytes. */
type PictureFacts = {
  kind: 'jpeg' | 'bits'
  colours: 'DeviceGray' | 'DeviceRGB'
  /** Pixels as they are stored. */
  width: number
  height: number
  /** EXIF: how the stored picture must be turned to stand upright. */
  orientation?: number
  /** Unknown: as the print of a photographed page. */
  resolution?: Resolution
}

/** A picture as a PDF keeps it (ISO 32000-1 §8.9): a whole JPEG file, or deflated rows of one bit a pixel, black as 0. */
export type PagePicture = PictureFacts & { data: Uint8Array }

const pointsPerInch = 72
const photoDpi = 300
/** The long side of A4. A picture of few pixels is laid out no smaller, or it would be read with fewer than it has. */
const shortestPoints = 842
/** The long side of the largest page that programs open (ISO 32000-2, Annex C). */
const longestPoints = 14_400
/** What scanners and fax machines print with; anything else is the default of some program. */
const honestDpi = { from: 90, to: 2_400 }

/** The resolution that a file claims; null where it is nonsense. */
export function honestResolution({ x, y }: Resolution): Resolution | null {
  return [x, y].every((dpi) => dpi >= honestDpi.from && dpi <= honestDpi.to) ? { x, y } : null
}

/**
 * Writes a PDF of one picture a page, piece by piece, so that a long one never lies in memory as a whole. By hand: the
 * libraries that do it weigh 20 MB and want all pages at once. Pure: browser and server use it.
 */
export function writePicturePdf() {
  const offsets = new Map<number, number>()
  const pages: number[] = []
  let length = 0
  const piece = (parts: (string | Uint8Array)[]) => {
    const bytes = join(parts)
    length += bytes.length
    return bytes
  }
  const object = (id: number, parts: (string | Uint8Array)[]) => {
    offsets.set(id, length)
    return piece([`${id} 0 obj\n`, ...parts, '\nendobj\n'])
  }
  /** What stands before and after the bytes of a picture that is not in memory. */
  const pageAround = (picture: PictureFacts & { bytes: number }) => {
    const id = 3 + pages.length * 3
    pages.push(id)
    const { width, height } = pageSize(picture)
    const drawing = `q ${matrix({ width, height, orientation: picture.orientation ?? 1 })} cm /P Do Q`
    const box = `/MediaBox [0 0 ${round(width)} ${round(height)}]`
    const resources = `/Resources << /XObject << /P ${id + 2} 0 R >> >>`
    const page = object(id, [`<< /Type /Page /Parent 2 0 R ${box} ${resources} /Contents ${id + 1} 0 R >>`])
    const content = object(id + 1, [`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`])
    offsets.set(id + 2, length)
    const head = piece([`${id + 2} 0 obj\n${pictureHead(picture)}\nstream\n`])
    length += picture.bytes
    return { before: join([page, content, head]), after: piece(['\nendstream\nendobj\n']) }
  }
  return {
    // The four bytes above 127 say that the file is binary (§7.5.2).
    begin: () => piece(['%PDF-1.4\n%', Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3), '\n']),
    pageAround,
    page: ({ data, ...facts }: PagePicture) => {
      const { before, after } = pageAround({ ...facts, bytes: data.length })
      return join([before, data, after])
    },
    end: () => {
      const kids = pages.map((id) => `${id} 0 R`).join(' ')
      const tree = object(2, [`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`])
      const catalog = object(1, ['<< /Type /Catalog /Pages 2 0 R >>'])
      const start = length
      const size = offsets.size + 1
      const table = Array.from({ length: size - 1 }, (_, index) => entry(offsets.get(index + 1) ?? 0))
      const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
      return join([
        tree,
        catalog,
        piece([`xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}${trailer}`]),
      ])
    },
  }
}

/** Twenty bytes, as the table of references wants each (§7.5.4). */
const entry = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`

function pictureHead(picture: PictureFacts & { bytes: number }): string {
  const { bytes, kind, colours, width, height } = picture
  const [filter, bits] = kind === 'jpeg' ? ['DCTDecode', 8] : ['FlateDecode', 1]
  return `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colours} /BitsPerComponent ${bits} /Filter /${filter} /Length ${bytes} >>`
}

/** In points, upright. */
function pageSize({ width, height, orientation = 1, resolution }: PictureFacts) {
  const { x, y } = resolution ?? photoResolution(Math.max(width, height))
  const inches = [width / x, height / y] as const
  const scale = Math.min(pointsPerInch, longestPoints / Math.max(...inches))
  const [across, down] = [inches[0] * scale, inches[1] * scale]
  return orientation > 4 ? { width: down, height: across } : { width: across, height: down }
}

function photoResolution(longSide: number) {
  const dpi = Math.min(photoDpi, (longSide / shortestPoints) * pointsPerInch)
  return { x: dpi, y: dpi }
}

/** Lays the picture, which fills the square from 0 to 1 with its first row on top, onto the page (EXIF 2.3 §4.6.4). */
function matrix({ width, height, orientation }: { width: number; height: number; orientation: number }) {
  const [w, h] = [round(width), round(height)]
  const turned: Record<number, string> = {
    2: `-${w} 0 0 ${h} ${w} 0`,
    3: `-${w} 0 0 -${h} ${w} ${h}`,
    4: `${w} 0 0 -${h} 0 ${h}`,
    5: `0 -${h} -${w} 0 ${w} ${h}`,
    6: `0 -${h} ${w} 0 0 ${h}`,
    7: `0 ${h} ${w} 0 0 0`,
    8: `0 ${h} -${w} 0 ${w} 0`,
  }
  return turned[orientation] ?? `${w} 0 0 ${h} 0 0`
}

function round(points: number): number {
  return Math.round(points * 100) / 100
}

function join(parts: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part))
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const one of pieces) {
    joined.set(one, at)
    at += one.length
  }
  return joined
}
