import 'server-only'
import type { PdfObject } from './glyphless-font'
import { nameOf, type PdfDict, type PdfValue, writeValue } from './pdf-syntax'

type Written = { bytes: Buffer; offsets: { number: number; generation: number; offset: number }[] }

/** Objects as they stand in a file, of which `start` bytes are there already. */
export function writeObjects({ objects, start }: { objects: PdfObject[]; start: number }): Written {
  const parts: Buffer[] = []
  const offsets: Written['offsets'] = []
  let offset = start
  for (const { number, generation = 0, dict, stream } of objects) {
    const head = `${number} ${generation} obj\n${writeValue(dict)}\n`
    const content = stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')] : []
    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), ...content, Buffer.from('endobj\n')])
    offsets.push({ number, generation, offset })
    offset += bytes.length
    parts.push(bytes)
  }
  return { bytes: Buffer.concat(parts), offsets }
}

type Table = { offsets: Written['offsets']; trailer: PdfDict; at: number }

/** The table of these objects and the end of the file. */
export function writeTable({ offsets, trailer, at }: Table): Buffer {
  const entry = (value: number, generation: number) =>
    `${String(value).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`
  const sections = byNumber(offsets).map(
    ({ number, generation, offset }) => `${number} 1\n${entry(offset, generation)}`,
  )
  return Buffer.from(
    `xref\n${sections.join('')}trailer\n${writeValue(trailer)}\nstartxref\n${at}\n%%EOF\n`,
    'latin1',
  )
}

/** The same as a stream with the number `number`: after one that is such a stream no plain table may come. */
export function writeTableStream({ offsets, trailer, at, number }: Table & { number: number }): Buffer {
  const all = byNumber([...offsets, { number, generation: 0, offset: at }])
  const rows = Buffer.alloc(all.length * 9)
  all.forEach(({ generation, offset }, row) => {
    rows.writeUInt8(1, row * 9)
    rows.writeUIntBE(offset, row * 9 + 1, 6)
    rows.writeUInt16BE(generation, row * 9 + 7)
  })
  const members: [string, PdfValue][] = [
    ...[...trailer].filter(([key]) => !['Filter', 'DecodeParms', 'XRefStm'].includes(key)),
    ['Type', nameOf('XRef')],
    ['W', [1, 6, 2]],
    ['Index', all.flatMap((one) => [one.number, 1])],
    ['Length', rows.length],
  ]
  const { bytes } = writeObjects({ objects: [{ number, dict: new Map(members), stream: rows }], start: at })
  return Buffer.concat([bytes, Buffer.from(`startxref\n${at}\n%%EOF\n`)])
}

const byNumber = (offsets: Written['offsets']) => offsets.toSorted((one, other) => one.number - other.number)
