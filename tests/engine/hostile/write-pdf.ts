import { deflateSync } from 'node:zlib'

/** A PDF out of numbered objects, the first of which is its catalogue; with a table of where each one lies. */
export function writePdf(objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let bytes = parts[0]?.length ?? 0
  const add = (part: Buffer) => {
    parts.push(part)
    bytes += part.length
  }
  for (const [index, object] of objects.entries()) {
    offsets.push(bytes)
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  }
  const start = bytes
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`))
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** A stream, deflated so many times over. */
export function stream(input: { content: string | Buffer; deflated?: number; entries?: string }): Buffer {
  const { deflated = 0, entries = '' } = input
  let content: Buffer = Buffer.from(input.content)
  for (let round = 0; round < deflated; round += 1) content = deflateSync(content)
  const filter = deflated > 0 ? `/Filter [${'/FlateDecode '.repeat(deflated)}]` : ''
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${filter} ${entries} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ])
}

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** A PDF of one page with this content stream, drawn with Helvetica as `/F`. */
export function onePagePdf(input: { content: Buffer; pageEntries?: string; font?: string }): Buffer {
  const { content, pageEntries = '/MediaBox [0 0 595 842]', font = helvetica } = input
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${pageEntries} /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
    content,
    font,
  ])
}

/** Lines of print for a content stream, from the top of an A4 page downwards. */
export function printed(lines: string[]): string {
  return ['BT /F 10 Tf 12 TL 40 800 Td', ...lines.map((line) => `(${line}) Tj T*`), 'ET'].join('\n')
}
