import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readLabels } from '../extraction/labels'

export type BenchDocument = { name: string; path: string; bytes: Buffer }

const besides = resolve(import.meta.dirname, '../../../../shared/samples')
const ownSamples = resolve(import.meta.dirname, '../../fixtures/documents')

/** Always there, for what a small samples folder lacks. */
const spare = {
  folder: resolve(import.meta.dirname, '../../fixtures/samples'),
  /** One of its 18 pages has no text and is read by OCR, which pdftotext is spared. */
  long: ['multipage-18p.pdf'],
  scans: ['receipt.jpg', 'receipt.png', 'receipt.gif', 'receipt.bmp'],
}

/** Labelled invoices of text, long PDFs of text, and pictures of a samples folder, filled up with our own. */
export async function listDocuments(folder = existsSync(besides) ? besides : ownSamples): Promise<{
  invoices: BenchDocument[]
  long: BenchDocument[]
  scans: BenchDocument[]
}> {
  const { documents, robustness } = readLabels(folder)
  const files = documents.map(({ file }) => file)
  const isScan = (file: string) => !file.endsWith('.pdf') || file.includes('scan')
  const long = robustness.map(({ file }) => file).filter((file) => /multipage.*\.pdf$/.test(file))
  const invoices = await load({ folder, names: files.filter((file) => !isScan(file)) })
  const scans = await load({ folder, names: files.filter(isScan) })
  const spareScans = await load({ folder: spare.folder, names: spare.scans })
  return {
    invoices,
    long:
      long.length > 0
        ? await load({ folder, names: long })
        : await load({ folder: spare.folder, names: spare.long }),
    scans: [...scans, ...spareScans],
  }
}

function load({ folder, names }: { folder: string; names: string[] }): Promise<BenchDocument[]> {
  return Promise.all(
    names.map(async (name) => ({
      name,
      path: join(folder, name),
      bytes: await readFile(join(folder, name)),
    })),
  )
}
