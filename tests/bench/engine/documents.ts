import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sharedData } from '../../extraction/support/shared-data'
import { type FixtureName, fixtureFile } from '../../fixtures/fixture'
import { readLabels } from '../extraction/labels'

export type BenchDocument = { name: string; path: string; bytes: Buffer }

type Documents = { invoices: BenchDocument[]; long: BenchDocument[]; scans: BenchDocument[] }

/** Always there: all where no samples lie beside the repository, else for what a small folder of them lacks. */
const own = {
  invoices: ['invoice.pdf', 'section-totals.pdf', 'e-invoice.pdf'],
  /** One of its 18 pages has no text and is read by OCR, which pdftotext is spared. */
  long: ['eighteen-pages.pdf'],
  scans: ['receipt.jpg', 'receipt-sideways.jpg', 'receipt.png', 'receipt.gif', 'receipt.bmp'],
} satisfies Record<keyof Documents, FixtureName[]>

/** Labelled invoices of text, long PDFs of text, and pictures of a samples folder, filled up with our own. */
export async function listDocuments(chosen?: string): Promise<Documents> {
  const shared = sharedData('samples')
  const folder = chosen ?? (shared.isMissing ? null : shared.folder)
  const ours = {
    invoices: await loadOwn(own.invoices),
    long: await loadOwn(own.long),
    scans: await loadOwn(own.scans),
  }
  if (folder === null) return ours
  const { documents, robustness } = readLabels(folder)
  const files = documents.map(({ file }) => file)
  const isScan = (file: string) => !file.endsWith('.pdf') || file.includes('scan')
  const names = robustness.map(({ file }) => file).filter((file) => /multipage.*\.pdf$/.test(file))
  const loadFrom = (wanted: string[]) => load(wanted.map((name) => ({ name, path: join(folder, name) })))
  const long = await loadFrom(names)
  return {
    invoices: await loadFrom(files.filter((file) => !isScan(file))),
    long: long.length > 0 ? long : ours.long,
    scans: [...(await loadFrom(files.filter(isScan))), ...ours.scans],
  }
}

async function loadOwn(names: FixtureName[]): Promise<BenchDocument[]> {
  return load(await Promise.all(names.map(async (name) => ({ name, path: await fixtureFile(name) }))))
}

function load(files: { name: string; path: string }[]): Promise<BenchDocument[]> {
  return Promise.all(files.map(async (file) => ({ ...file, bytes: await readFile(file.path) })))
}
