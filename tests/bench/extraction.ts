import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fileTypeFromFile } from 'file-type'
import { DocumentError } from '@/engine/pipeline/document-error'
import { processReading } from '@/engine/pipeline/process-reading'
import type { ReadingAttempt } from '@/engine/readers/limits'
import { readDocument } from '@/engine/readers/read-document'
import type { Reading } from '@/engine/readers/reading'
import { stopWasmWorker } from '@/engine/readers/tesseract-wasm'
import { findStep } from '@/engine/steps/load-step'
import { type AcceptedContentType, acceptedContentTypes } from '@/lib/docutray/contract'
import { readLabels } from './extraction-labels'
import { printInventions, printMarks, printRobustness, type RobustnessOutcome } from './extraction-report'
import { findInventions, type Mark, scoreDocument } from './extraction-score'

/**
 * Reads all documents of a samples folder and compares the values with its labels.
 * `npm run bench:extraction [folder] [--only part-of-name] [--readings folder]`;
 * `--readings` keeps what was read there, so that rules can be tuned without OCR.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, readings: { type: 'string' } },
})
const besides = resolve(import.meta.dirname, '../../../shared/samples')
const ownSamples = resolve(import.meta.dirname, '../fixtures/documents')
const folder = positionals[0] ?? (existsSync(besides) ? besides : ownSamples)

const labels = readLabels(folder)
const isWanted = ({ file }: { file: string }) => !options.only || file.includes(options.only)

const marks: Mark[] = []
const inventions: string[] = []
for (const document of labels.documents.filter(isWanted)) {
  const data = (
    await extract({ file: document.file, pipeline: document.kind === 'receipt' ? 'receipt' : 'invoice' })
  ).data
  marks.push(...scoreDocument({ document, data }))
  inventions.push(...findInventions({ document, data }).map((field) => `${document.file}: ${field}`))
}

const outcomes: RobustnessOutcome[] = []
for (const expectation of labels.robustness.filter(isWanted)) {
  const { data, error, ms } = await extract({ file: expectation.file, pipeline: 'invoice' })
  outcomes.push({ expectation, error, ms, values: Object.keys(data).filter((key) => key !== '_evidence') })
}

printMarks(marks)
printInventions(inventions)
printRobustness(outcomes)
await stopWasmWorker()

type Extracted = { data: Record<string, unknown>; error: string | null; ms: number }

async function extract({ file, pipeline }: { file: string; pipeline: string }): Promise<Extracted> {
  const startedAt = performance.now()
  const finish = (result: Pick<Extracted, 'data' | 'error'>) => ({
    ...result,
    ms: performance.now() - startedAt,
  })
  const step = findStep(pipeline)
  try {
    if (!step) throw new DocumentError(`No pipeline ${pipeline}.`)
    const { data } = await processReading({ step, read: (attempt) => readSample({ file, attempt }) })
    return finish({ data, error: null })
  } catch (cause) {
    // Anything but a DocumentError would be a crash of the child: shown as such, not swallowed.
    return finish({
      data: {},
      error: cause instanceof DocumentError ? cause.message : `CRASH ${String(cause)}`,
    })
  }
}

async function readSample({ file, attempt }: { file: string; attempt: ReadingAttempt }): Promise<Reading> {
  const name = `${file.replaceAll('/', '_')}${attempt === 1 ? '' : `.${attempt}`}.json`
  const kept = options.readings && join(options.readings, name)
  if (kept && existsSync(kept)) return revive(readFileSync(kept, 'utf8'))
  const path = join(folder, file)
  const sniffed = await fileTypeFromFile(path)
  const contentType = acceptedContentTypes.find((type): type is AcceptedContentType => type === sniffed?.mime)
  if (!contentType) throw new DocumentError('Not a document of an accepted format.')
  const reading = await readDocument({ path, contentType, attempt })
  if (kept && options.readings) {
    mkdirSync(options.readings, { recursive: true })
    writeFileSync(
      kept,
      JSON.stringify(reading, (_, value) => (value instanceof Uint8Array ? [...value] : value)),
    )
  }
  return reading
}

function revive(text: string): Reading {
  // Written by this file a moment ago, so its shape is known.
  const reading = JSON.parse(text) as Reading
  const attachments = reading.attachments.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }))
  return { ...reading, attachments }
}
