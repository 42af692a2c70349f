import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { type AcceptedContentType, acceptedContentTypes } from '@/base/contract'
import type { JsonSchema } from '@/engine/extract/schema/json-schema'
import { processReading } from '@/engine/pipeline/process-document'
import { DocumentError } from '@/engine/readers/document-error'
import { readDocument } from '@/engine/readers/read-document'
import type { Reading } from '@/engine/readers/reading'

export type ExtractedSample = {
  data: Record<string, unknown>
  /** Why the document was refused; null when it was read. */
  error: string | null
  /** Whether most of it was text or a picture. */
  source: 'text' | 'picture'
  /** All that the checks say, in English. */
  says: string[]
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
  schema,
  ...sample
}: Sample & { pipeline: string; schema?: JsonSchema }): Promise<ExtractedSample> {
  const startedAt = performance.now()
  const finish = (result: Omit<ExtractedSample, 'ms'>) => ({ ...result, ms: performance.now() - startedAt })
  try {
    const reading = await readSample(sample)
    const { data, validation } = processReading({ reading, pipeline, ...(schema && { schema }) })
    const { errors, warnings } = validation ?? {}
    const source = reading.pages.some((page) => page.source === 'ocr') ? 'picture' : 'text'
    return finish({
      data,
      source,
      error: null,
      says: [...(errors?.messages ?? []), ...(warnings?.messages ?? [])],
    })
  } catch (cause) {
    // Anything but a DocumentError would be a crash of the child: shown as such, not swallowed.
    const error = cause instanceof DocumentError ? cause.message : `CRASH ${String(cause)}`
    return finish({ data: {}, source: 'text', error, says: [error] })
  }
}

/** The words of a file, from where they were kept or by reading it. */
export async function readSample({ folder, file, readings }: Sample): Promise<Reading> {
  const name = `${basename(folder)}_${file.replaceAll('/', '_')}.json`
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
