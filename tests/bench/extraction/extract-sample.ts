import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { DocumentError } from '@/engine/pipeline/document-error'
import { processReading } from '@/engine/pipeline/process-reading'
import type { ReadingAttempt } from '@/engine/readers/limits'
import { readDocument } from '@/engine/readers/read-document'
import type { Reading } from '@/engine/readers/reading'
import { findStep } from '@/engine/steps/load-step'
import { type AcceptedContentType, acceptedContentTypes } from '@/lib/docutray/contract'

export type ExtractedSample = {
  data: Record<string, unknown>
  /** Why the document was refused; null when it was read. */
  error: string | null
  ms: number
}

export type Sample = {
  folder: string
  file: string
  /** Keeps what was read here, so that rules can be tuned without OCR. */
  readings: string | undefined
}

/** Reads one file of a folder as the engine would, outside its processes. */
export async function extractSample({
  pipeline,
  ...sample
}: Sample & { pipeline: string }): Promise<ExtractedSample> {
  const startedAt = performance.now()
  const finish = (result: Pick<ExtractedSample, 'data' | 'error'>) => ({
    ...result,
    ms: performance.now() - startedAt,
  })
  const step = findStep(pipeline)
  try {
    if (!step) throw new DocumentError(`No pipeline ${pipeline}.`)
    const { data } = await processReading({ step, read: (attempt) => readSample({ ...sample, attempt }) })
    return finish({ data, error: null })
  } catch (cause) {
    // Anything but a DocumentError would be a crash of the child: shown as such, not swallowed.
    return finish({
      data: {},
      error: cause instanceof DocumentError ? cause.message : `CRASH ${String(cause)}`,
    })
  }
}

/** The words of a file, from where they were kept or by reading it. */
export async function readSample({
  folder,
  file,
  readings,
  attempt,
}: Sample & { attempt: ReadingAttempt }): Promise<Reading> {
  const name = `${basename(folder)}_${file.replaceAll('/', '_')}${attempt === 1 ? '' : `.${attempt}`}.json`
  const kept = readings && join(readings, name)
  if (kept && existsSync(kept)) return revive(readFileSync(kept, 'utf8'))
  const path = join(folder, file)
  const sniffed = await fileTypeFromFile(path)
  const contentType = acceptedContentTypes.find((type): type is AcceptedContentType => type === sniffed?.mime)
  if (!contentType) throw new DocumentError('Not a document of an accepted format.')
  const reading = await readDocument({ path, contentType })
  if (kept && readings) {
    mkdirSync(readings, { recursive: true })
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
