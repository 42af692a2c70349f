import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readJsonSchema } from '@/engine/extract/schema/json-schema'
import { processSchema } from '@/engine/pipeline/process-schema'
import type { ReadingAttempt } from '@/engine/readers/limits'
import { chooseOcr } from '@/engine/readers/ocr-settings'
import { stopWasmWorker } from '@/engine/readers/tesseract/wasm'
import { type ExtractedSample, extractSample, readSample } from './extraction/extract-sample'
import { type LabelledDocument, readLabels, type SchemaTask } from './extraction/labels'
import { type Half, halves, makeDocuments } from './extraction/made-documents'
import {
  printCalibration,
  printInventions,
  printMarks,
  printMisses,
  printRobustness,
} from './extraction/report'
import { printSchemaMarks, type SchemaMark, scoreSchemaTask } from './extraction/schema'
import { findInventions, type Mark, scoreDocument } from './extraction/score'

/**
 * Reads labelled documents and compares the values with the labels: a samples folder, then the documents made for
 * this bench, in halves told and halves held out: rules may be mended by looking at the former, of the latter only the
 * score is told.
 * `npm run bench:extraction [folder] [--set samples|made] [--ocr wasm|native] [--only part-of-name] [--readings folder]`;
 * `--readings` keeps what was read there, so that rules can be tuned without OCR.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    readings: { type: 'string' },
    set: { type: 'string' },
    ocr: { type: 'string' },
  },
})
const isWanted = ({ file }: { file: string }) => !options.only || file.includes(options.only)

if (options.ocr === 'wasm' || options.ocr === 'native') chooseOcr({ program: options.ocr })
if (options.set !== 'made') await benchSamples()
if (options.set !== 'samples') await benchMadeDocuments()
await stopWasmWorker()

async function benchSamples(): Promise<void> {
  const besides = resolve(import.meta.dirname, '../../../shared/samples')
  const ownSamples = resolve(import.meta.dirname, '../fixtures/documents')
  const folder = positionals[0] ?? (existsSync(besides) ? besides : ownSamples)
  const labels = readLabels(folder)
  const { marks, inventions } = await scoreAll({ folder, documents: labels.documents.filter(isWanted) })
  const outcomes = []
  for (const expectation of labels.robustness.filter(isWanted)) {
    const { data, ...outcome } = await extract({ folder, file: expectation.file, pipeline: 'invoice' })
    const values = Object.keys(data).filter((key) => !key.startsWith('_'))
    outcomes.push({ ...outcome, expectation, values })
  }
  printMisses(marks)
  printMarks({ marks, title: 'samples' })
  printInventions(inventions)
  printCalibration(marks)
  printRobustness(outcomes)
  printSchemaMarks(await scoreSchemaTasks({ folder, tasks: labels.schema_tasks.filter(isWanted) }))
}

async function scoreSchemaTasks(input: { folder: string; tasks: SchemaTask[] }): Promise<SchemaMark[]> {
  const { folder, tasks } = input
  const marks: SchemaMark[] = []
  for (const task of tasks) {
    const schema = readJsonSchema(task.schema)
    const read = (attempt: ReadingAttempt) =>
      readSample({ folder, file: task.file, readings: options.readings, attempt })
    const { data } = await processSchema({ schema, pipeline: null, read })
    marks.push(...scoreSchemaTask({ task, data }))
  }
  return marks
}

async function benchMadeDocuments(): Promise<void> {
  const folder = join(tmpdir(), 'intray-made-documents')
  const documents = await makeDocuments({ into: folder, only: options.only })
  for (const half of Object.keys(halves) as Half[]) {
    const isTold = halves[half] === 'told'
    const { marks, inventions } = await scoreAll({
      folder,
      documents: documents.filter((document) => document.half === half),
    })
    if (isTold) printMisses(marks)
    printMarks({ marks, title: `made documents, half ${half}` })
    printInventions(isTold ? inventions : inventions.map(() => '(not told)'))
    printCalibration(marks)
  }
}

async function scoreAll({
  folder,
  documents,
}: {
  folder: string
  documents: LabelledDocument[]
}): Promise<{ marks: Mark[]; inventions: string[] }> {
  const marks: Mark[] = []
  const inventions: string[] = []
  for (const document of documents) {
    const pipeline = document.kind === 'receipt' ? 'receipt' : 'invoice'
    const { data } = await extract({ folder, file: document.file, pipeline })
    marks.push(...scoreDocument({ document, data }))
    inventions.push(...findInventions({ document, data }).map((found) => `${document.file}: ${found}`))
  }
  return { marks, inventions }
}

function extract(sample: { folder: string; file: string; pipeline: string }): Promise<ExtractedSample> {
  return extractSample({ ...sample, readings: options.readings })
}
