import 'server-only'
import { deflateSync } from 'node:zlib'
import { nameOf, type PdfDict, type PdfValue, refTo } from './pdf-syntax'
import { descent } from './text-layer'

/** An object of a PDF: a dictionary, with what follows it where it is a stream. */
export type PdfObject = { number: number; generation?: number; dict: PdfDict; stream?: Buffer }

export const fontObjects = 6

/**
 * A font whose every glyph is a line without width, half an em wide. Its codes are UTF-16, so that any script is written with it;
 * readers take the letters from ToUnicode. `first` is the number of the font itself, the next ones are its parts.
 */
export function glyphlessFont(first: number): PdfObject[] {
  const [font, descendant, descriptor, program, toUnicode, glyphOfCode] = Array.from(
    { length: fontObjects },
    (_, at) => first + at,
  ) as [number, number, number, number, number, number]
  const name = nameOf('GlyphLessFont')
  const system = dictOf({
    Registry: { kind: 'text', raw: '(Adobe)' },
    Ordering: { kind: 'text', raw: '(Identity)' },
    Supplement: 0,
  })
  const trueType = trueTypeProgram()
  return [
    object(font, {
      ...{ Type: nameOf('Font'), Subtype: nameOf('Type0'), BaseFont: name, Encoding: nameOf('Identity-H') },
      ...{ DescendantFonts: [refTo(descendant)], ToUnicode: refTo(toUnicode) },
    }),
    object(descendant, {
      ...{ Type: nameOf('Font'), Subtype: nameOf('CIDFontType2'), BaseFont: name, CIDSystemInfo: system },
      ...{ FontDescriptor: refTo(descriptor), DW: 500, CIDToGIDMap: refTo(glyphOfCode) },
    }),
    object(descriptor, {
      ...{
        Type: nameOf('FontDescriptor'),
        FontName: name,
        Flags: 5,
        FontBBox: [0, -1000 * descent, 500, 1000 * (1 - descent)],
      },
      ...{
        ItalicAngle: 0,
        Ascent: 1000 * (1 - descent),
        Descent: -1000 * descent,
        CapHeight: 700,
        StemV: 80,
      },
      FontFile2: refTo(program),
    }),
    streamObject(program, trueType, { Length1: trueType.length }),
    streamObject(toUnicode, Buffer.from(unicodeMap)),
    streamObject(glyphOfCode, Buffer.alloc(2 * 65_536)),
  ]
}

const dictOf = (members: Record<string, PdfValue>): PdfDict => new Map(Object.entries(members))
const object = (number: number, members: Record<string, PdfValue>): PdfObject => ({
  number,
  dict: dictOf(members),
})

export function streamObject(
  number: number,
  content: Buffer,
  members: Record<string, PdfValue> = {},
): PdfObject {
  const stream = deflateSync(content)
  return { ...object(number, { ...members, Filter: nameOf('FlateDecode'), Length: stream.length }), stream }
}

/** A range may not run over the end of its last byte (Adobe Technical Note 5411), hence one for each first byte. */
const ranges = Array.from({ length: 256 }, (_, high) => {
  const byte = high.toString(16).padStart(2, '0')
  return `<${byte}00> <${byte}ff> <${byte}00>`
})
const rangeBlocks = [0, 100, 200].map((from) => {
  const block = ranges.slice(from, from + 100)
  return `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`
})
const unicodeMap = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${rangeBlocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`

/** The smallest TrueType program with one glyph (Apple's and Microsoft's OpenType specification). */
function trueTypeProgram(): Buffer {
  const numbers = (...values: number[]) => {
    const table = Buffer.alloc(values.length * 2)
    values.forEach((value, at) => void table.writeUInt16BE(value & 0xffff, at * 2))
    return table
  }
  const head = numbers(
    1,
    0,
    1,
    0,
    0,
    0,
    0x5f0f,
    0x3cf5,
    0,
    1000,
    ...Array(8).fill(0),
    0,
    0,
    500,
    800,
    0,
    8,
    2,
    0,
    0,
  )
  // One line from corner to corner, both points on it: without any extent pdfium drops texts that run upwards.
  const glyph = numbers(1, 0, -200, 500, 800, 1, 0, 0x0101, 0, 500, -200, 1000)
  const tables: [string, Buffer][] = [
    ['cmap', numbers(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0)],
    ['glyf', glyph],
    ['head', head],
    ['hhea', numbers(1, 0, 800, -200, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 1)],
    ['hmtx', numbers(500, 0)],
    ['loca', numbers(0, glyph.length / 2)],
    ['maxp', numbers(1, 0, 1, 2, 1, ...Array(11).fill(0))],
    ['post', numbers(3, 0, ...Array(14).fill(0))],
  ]
  const directory = numbers(1, 0, tables.length, 128, 3, 0)
  let offset = directory.length + tables.length * 16
  const records = tables.map(([tag, table]) => {
    const record = Buffer.alloc(16)
    record.write(tag, 'latin1')
    record.writeUInt32BE(checksum(table), 4)
    record.writeUInt32BE(offset, 8)
    record.writeUInt32BE(table.length, 12)
    offset += padded(table).length
    return record
  })
  return Buffer.concat([directory, ...records, ...tables.map(([, table]) => padded(table))])
}

const padded = (table: Buffer) => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])

function checksum(table: Buffer): number {
  const whole = padded(table)
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0
  return sum
}
