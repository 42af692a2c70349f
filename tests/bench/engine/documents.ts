import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readLabels } from '../extraction-labels'

export type BenchDocument = { name: string; path: string; bytes: Buffer }

const besides = resolve(import.meta.dirname, '../../../../shared/samples')
const ownSamples = resolve(import.meta.dirname, '../../fixtures/documents')

/** Labelled invoices of text, long PDFs of text, and labelled pictures of a samples folder. */
export async function listDocuments(folder = existsSync(besides) ? besides : ownSamples): Promise<{
  invoices: BenchDocument[]
  long: BenchDocument[]
  scans: BenchDocument[]
}> {
  const { documents, robustness } = readLabels(folder)
  const files = documents.map(({ file }) => file)
  const isScan = (file: string) => !file.endsWith('.pdf') || file.includes('scan')
  const load = (names: string[]) =>
    Promise.all(
      names.map(async (name) => ({
        name,
        path: join(folder, name),
        bytes: await readFile(join(folder, name)),
      })),
    )
  return {
    invoices: await load(files.filter((file) => !isScan(file))),
    long: await load(robustness.map(({ file }) => file).filter((file) => /multipage.*\.pdf$/.test(file))),
    scans: await load(files.filter(isScan)),
  }
}
