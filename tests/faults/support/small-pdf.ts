import { randomUUID } from 'node:crypto'

/**
 * A valid PDF of so many pages, unlike any other, and of about so many bytes more than it needs: uploads that take
 * their time, and are read in no time.
 */
export function smallPdf({ pages, paddingBytes = 0 }: { pages: number; paddingBytes?: number }): Buffer {
  const pageIds = Array.from({ length: pages }, (_, index) => 4 + 2 * index)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pageIds.flatMap((id, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${id + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(
        words(`Invoice number INV-${1000 + index}   Page ${index + 1}   ${randomUUID()}   Total 12.50 USD`),
      ),
    ]),
    stream('x'.repeat(paddingBytes)),
  ]
  return assemble(objects)
}

const words = (text: string) => `BT /F1 12 Tf 50 780 Td (${text}) Tj ET`
const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

function assemble(objects: string[]): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + end, 'latin1')
}
