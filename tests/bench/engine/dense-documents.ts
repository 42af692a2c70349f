import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stream, writePdf } from '../../fixtures/write-pdf'
import type { BenchDocument } from './documents'

const pagesEach = 20
const linesPerPage = 60
const charactersPerLine = 100

/** Business terms in small print, with the words, days and amounts in it that the rules look for. */
const terms = `The supplier delivers the goods to the address of the customer within 30 days after the date of the order.
The total amount of each invoice is due on 14 May 2031 unless the order number 4711-08 states another due date.
Prices are net of VAT; tax of 1,234.56 and shipping of 48.90 are added to the subtotal. A discount of 2 % is granted
for payment within ten days. Interest of 5.25 % is charged on any balance that is not paid by 03/06/2031. Every
complaint about quantity or description must reach us in writing before the end of the following month.`

/** PDFs of pages closely printed with text, about 6,000 characters on each; `remove` takes them away again. */
export async function writeDenseDocuments(
  count: number,
): Promise<{ documents: BenchDocument[]; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'intray-bench-dense-'))
  const documents = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const name = `dense-${index + 1}.pdf`
      const path = join(folder, name)
      const bytes = densePdf(index * pagesEach)
      await writeFile(path, bytes)
      return { name, path, bytes }
    }),
  )
  return { documents, remove: () => rm(folder, { recursive: true, force: true }) }
}

function densePdf(firstPage: number): Buffer {
  const pageIds = Array.from({ length: pagesEach }, (_, index) => 4 + 2 * index)
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pagesEach} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pageIds.flatMap((id, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${id + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      stream({ content: printPage(firstPage + index), deflated: 1 }),
    ]),
  ])
}

/** The terms over and over, begun elsewhere on every page so that no two are alike. */
function printPage(page: number): string {
  const words = terms.split(/\s+/)
  const lines: string[] = []
  let at = page * 7
  while (lines.length < linesPerPage) {
    let line = ''
    while (line.length < charactersPerLine) line += `${words[at++ % words.length]} `
    lines.push(`(${line.trim()}) Tj T*`)
  }
  return ['BT /F 9 Tf 12.5 TL 40 800 Td', ...lines, 'ET'].join('\n')
}
