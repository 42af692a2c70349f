import { availableParallelism } from 'node:os'
import { type BenchDocument, listDocuments } from './documents'
import { secondsOf } from './numbers'
import { findProgram, runAll } from './programs'
import { readAll, startMeasuredEngine } from './read-through-engine'
import { type Row, say } from './table'

/** Enough to keep every core busy to near the end, few enough to be done in minutes. */
const scansMeasured = 10
const cores = availableParallelism()

/**
 * Pictures of pages from the submission to the last result, with the installed tesseract as second reader and with
 * tesseract.js, beside programs that read the same pictures once.
 */
export async function measureScans(samples: string | undefined): Promise<Row[]> {
  const { scans } = await listDocuments(samples)
  const pictures = scans.filter(({ name }) => /\.(jpg|png)$/.test(name))
  const documents = Array.from(
    { length: scansMeasured },
    (_, index) => pictures[index % pictures.length],
  ).filter((document) => document !== undefined)
  const programs = findProgram('tesseract') ? ['native', 'wasm'] : ['wasm']
  const rows: Row[] = []
  for (const program of programs) rows.push(await measureWith({ program, documents }))
  for (const reference of references) rows.push(await measureReference({ ...reference, documents }))
  return rows
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

type Reference = { file: string; argsOf: (path: string) => string[] }

const languages = 'eng+spa'
const references: Reference[] = [
  { file: 'tesseract', argsOf: (path) => [path, '-', '-l', languages, '--dpi', '300'] },
  {
    file: 'ocrmypdf',
    argsOf: (path) => [
      ...['--image-dpi', '300', '-l', languages, '--jobs', '1'],
      ...['--output-type', 'pdf', '--optimize', '0', path, '-'],
    ],
  },
]

async function measureReference({
  file,
  argsOf,
  documents,
}: Reference & { documents: BenchDocument[] }): Promise<Row> {
  const what = `scans, ${file} for comparison`
  if (!findProgram(file)) return { what, figure: `skipped: there is no ${file}` }
  // One thread each, like the engine's readers: there are as many as cores.
  const environment = { OMP_THREAD_LIMIT: '1' }
  const commands = documents.map(({ path }) => ({ file, args: argsOf(path), environment }))
  try {
    const seconds = await secondsOf(() => runAll({ commands, atOnce: cores }))
    say(`  scans, ${file}: ${seconds.toFixed(1)} s`)
    return { what, figure: '', beside: `the same files, ${cores} at once: ${seconds.toFixed(1)} s` }
  } catch (error) {
    return { what, figure: `skipped: ${error instanceof Error ? error.message : String(error)}` }
  }
}
