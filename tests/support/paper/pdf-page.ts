import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPdf } from '@/engine/readers/pdf/read-pdf'
import type { Page, Reading } from '@/engine/readers/reading'
import { stream, writePdf } from '@/tests/fixtures/write-pdf'

/** A PDF of one A4 page with Helvetica as `/F`; further objects are numbered from 6. */
export type PageParts = {
  content: string
  resources?: string
  page?: string
  catalog?: string
  objects?: (string | Buffer)[]
}

export function pdfOf({ content, resources = '', page = '', catalog = '', objects = [] }: PageParts): Buffer {
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page}
       /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    stream({ content }),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
  ])
}

/** Twelve-point print at a place of the page, in black unless told. */
export function print(text: string, at: { x: number; y: number; colour?: string; size?: number }): string {
  return `q ${at.colour ?? '0 g'} BT /F ${at.size ?? 12} Tf ${at.x} ${at.y} Td (${text}) Tj ET Q`
}

export async function readBytes(bytes: Buffer): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), 'intray-pdf-'))
  try {
    const path = join(folder, 'page.pdf')
    writeFileSync(path, bytes)
    return await readPdf({ path })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function readPage(parts: PageParts): Promise<Page> {
  const [page] = (await readBytes(pdfOf(parts))).pages
  if (!page) throw new Error('The PDF has no page.')
  return page
}

export async function textOf(parts: PageParts): Promise<string> {
  return (await readPage(parts)).words.map(({ text }) => text).join(' ')
}
