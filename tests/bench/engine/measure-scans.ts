import { availableParallelism } from 'node:os'
import type { EngineProcess } from '../../engine/engine-process'
import { capturePreparedPages } from './capture-prepared-pages'
import { type BenchDocument, listDocuments } from './documents'
import { median, secondsOf } from './numbers'
import { type Command, findProgram, runAll } from './programs'
import { readAll, startMeasuredEngine } from './read-through-engine'
import { type Row, say } from './table'

const rounds = 3
/** Enough to keep every core busy to near the end, few enough to be done in minutes. */
const scansMeasured = 10
const cores = availableParallelism()
const aimTimes = 1.15

/**
 * Scans from the submission to the last result: with the installed tesseract beside that program's own time on the
 * very pages the engine prepared, with the same settings and as many at once; and with tesseract.js.
 */
export async function measureScans(samples: string | undefined): Promise<Row[]> {
  const { scans } = await listDocuments(samples)
  const documents = Array.from({ length: scansMeasured }, (_, index) => scans[index % scans.length]).filter(
    (document) => document !== undefined,
  )
  return [...(await measureNative(documents)), await measureWasm(documents), await measureOcrmypdf(documents)]
}

async function measureNative(documents: BenchDocument[]): Promise<Row[]> {
  const what = `scans, native tesseract: ${documents.length} files`
  if (!findProgram('tesseract')) return [{ what, figure: 'skipped: there is no tesseract on the PATH' }]
  const prepared = await capturePreparedPages(documents)
  const engine = await startMeasuredEngine({ workers: cores, environment: { ENGINE_OCR: 'native' } })
  try {
    return [await compareRounds({ what, documents, engine, commands: prepared.commands })]
  } finally {
    await engine.dispose()
    await prepared.remove()
  }
}

async function compareRounds(input: {
  what: string
  documents: BenchDocument[]
  engine: EngineProcess
  commands: Command[]
}): Promise<Row> {
  const { what, documents, engine, commands } = input
  const seconds = { reference: [] as number[], engine: [] as number[] }
  await readAll({ engine, documents: documents.slice(0, cores) })
  for (let round = 1; round <= rounds; round += 1) {
    seconds.reference.push(await secondsOf(() => runAll({ commands, atOnce: cores })))
    seconds.engine.push(await secondsOf(() => readAll({ engine, documents })))
    say(
      `  scans, round ${round} of ${rounds}: tesseract ${seconds.reference.at(-1)?.toFixed(1)} s, engine ${seconds.engine.at(-1)?.toFixed(1)} s`,
    )
  }
  const [reference, own] = [median(seconds.reference), median(seconds.engine)]
  return {
    what,
    figure: `${own.toFixed(1)} s`,
    beside: `tesseract on the same ${commands.length} prepared pages, ${cores} at once: ${reference.toFixed(1)} s; ${(own / reference).toFixed(2)} times`,
    aim: `≤ ${aimTimes}`,
    isMet: own / reference <= aimTimes,
  }
}

async function measureWasm(documents: BenchDocument[]): Promise<Row> {
  const engine = await startMeasuredEngine({ workers: cores, environment: { ENGINE_OCR: 'wasm' } })
  try {
    await readAll({ engine, documents: documents.slice(0, cores) })
    const seconds = await secondsOf(() => readAll({ engine, documents }))
    say(`  scans with tesseract.js: ${seconds.toFixed(1)} s`)
    return { what: `scans, tesseract.js: ${documents.length} files`, figure: `${seconds.toFixed(1)} s` }
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
