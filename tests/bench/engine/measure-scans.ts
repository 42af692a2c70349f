import { availableParallelism } from 'node:os'
import { type BenchDocument, listDocuments } from './documents'
import { secondsOf } from './numbers'
import { findProgram, runAll } from './programs'
import { readAll, startMeasuredEngine } from './read-through-engine'
import { type Row, say } from './table'

/** Enough to keep every core busy to near the end, few enough to be done in minutes. */
const scansMeasured = 10
const cores = availableParallelism()

/** Scans from the submission to the last result, with the installed tesseract as second reader and with tesseract.js. */
export async function measureScans(samples: string | undefined): Promise<Row[]> {
  const { scans } = await listDocuments(samples)
  const documents = Array.from({ length: scansMeasured }, (_, index) => scans[index % scans.length]).filter(
    (document) => document !== undefined,
  )
  const programs = findProgram('tesseract') ? ['native', 'wasm'] : ['wasm']
  const rows: Row[] = []
  for (const program of programs) rows.push(await measureWith({ program, documents }))
  return [...rows, await measureOcrmypdf(documents)]
}

async function measureWith({
  program,
  documents,
}: {
  program: string
  documents: BenchDocument[]
}): Promise<Row> {
  const engine = await startMeasuredEngine({ workers: cores, environment: { ENGINE_OCR: program } })
  try {
    await readAll({ engine, documents: documents.slice(0, cores) })
    const seconds = await secondsOf(() => readAll({ engine, documents }))
    say(`  scans, second reader ${program}: ${seconds.toFixed(1)} s`)
    return {
      what: `scans, second reader ${program}: ${documents.length} files`,
      figure: `${seconds.toFixed(1)} s`,
    }
  } finally {
    await engine.dispose()
  }
}

async function measureOcrmypdf(documents: BenchDocument[]): Promise<Row> {
  const what = `scans, ocrmypdf for comparison`
  if (!findProgram('ocrmypdf')) return { what, figure: 'skipped: there is no ocrmypdf' }
  const pictures = documents.filter(({ name }) => /\.(jpg|png)$/.test(name))
  const args = [
    '--image-dpi',
    '300',
    '-l',
    'eng+spa',
    '--jobs',
    '1',
    '--output-type',
    'pdf',
    '--optimize',
    '0',
  ]
  const commands = pictures.map(({ path }) => ({ file: 'ocrmypdf', args: [...args, path, '-'] }))
  try {
    const seconds = await secondsOf(() => runAll({ commands, atOnce: cores }))
    return {
      what,
      figure: '',
      beside: `${pictures.length} of the files, ${cores} at once: ${seconds.toFixed(1)} s`,
    }
  } catch (error) {
    return { what, figure: `skipped: ${error instanceof Error ? error.message : String(error)}` }
  }
}
