import { reportProgress, serveTasks } from '@/base/guarded-process/serve-tasks'
import type { DocumentToProcess } from '@/engine/pipeline/process-document'
import type { ProcessedDocument } from '@/engine/pipeline/processed-document'
import { DocumentError } from '@/engine/readers/document-error'
import { chooseOcr, type OcrSettings } from '@/engine/readers/ocr-settings'
import { onProgress } from '@/engine/readers/progress'

/** `failed`: the document cannot be read, in words for people. */
export type ReadingReply = { kind: 'read'; document: ProcessedDocument } | { kind: 'failed'; message: string }

/**
 * One reading process. Its arguments: the module that exports `processDocument`, and how pictures are read, as JSON.
 */
type Processor = { processDocument: (document: DocumentToProcess) => Promise<ProcessedDocument> }

const [, , processorUrl = '', ocr = '{}'] = process.argv
// reading-pool.ts wrote it.
chooseOcr(JSON.parse(ocr) as OcrSettings)
onProgress(reportProgress)
void serveTasks(read)
const processor: Promise<Processor> = import(processorUrl)

async function read(document: DocumentToProcess): Promise<ReadingReply> {
  try {
    const { processDocument } = await processor
    return { kind: 'read', document: await processDocument(document) }
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'failed', message: error.message }
    throw error
  }
}
