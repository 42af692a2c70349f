import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printed, stream, writePdf } from '../../engine/hostile/write-pdf'

const pages = 120
const linesPerPage = 55

/** A long PDF of plain text in a file of its own, for where the samples have none. */
export async function makeLongPdf(): Promise<{ name: string; path: string; bytes: Buffer }> {
  const firstPage = 4
  const kids = Array.from({ length: pages }, (_, index) => `${firstPage + index * 2} 0 R`).join(' ')
  const bytes = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} /MediaBox [0 0 595 842] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, (_, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${firstPage + 1 + index * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      stream({ content: printed(linesOf(index)), deflated: 1 }),
    ]).flat(),
  ])
  const path = join(await mkdtemp(join(tmpdir(), 'intray-bench-long-')), 'long.pdf')
  await writeFile(path, bytes)
  return { name: 'made long.pdf', path, bytes }
}

function linesOf(page: number): string[] {
  return Array.from(
    { length: linesPerPage },
    (_, line) =>
      `Clause ${page + 1}.${line + 1} The supplier delivers ${line + 3} units of item ${page * 7 + line} on time.`,
  )
}
