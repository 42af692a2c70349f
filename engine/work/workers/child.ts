import type { DocumentToProcess } from '@/engine/pipeline/process-document'
import type { ProcessedDocument } from '@/engine/pipeline/processed-document'
import { DocumentError } from '@/engine/readers/document-error'
import { chooseOcr, type OcrSettings } from '@/engine/readers/ocr-settings'
import { onProgress } from '@/engine/readers/progress'
import type { Progress, WorkerReply } from './messages'
import { guardAgainstOrphanhood } from './orphan-guard'

/**
 * One reading process. It reads untrusted files, so it may hang, grow or die; whoever started it watches over it.
 * Its arguments: the module that exports `processDocument`, and how pictures are read, as JSON.
 */
type Processor = { processDocument: (document: DocumentToProcess) => Promise<ProcessedDocument> }

const [, , processorUrl = '', ocr = '{}'] = process.argv
// worker.ts wrote it.
chooseOcr(JSON.parse(ocr) as OcrSettings)

const progressEveryMs = 1_000
let toldAt = 0
onProgress(() => {
  if (Date.now() - toldAt < progressEveryMs) return
  toldAt = Date.now()
  process.send?.({ kind: 'progress' } satisfies Progress)
})

const guarded = guardAgainstOrphanhood()
const processor: Promise<Processor> = import(processorUrl)

process.on('message', async (document: DocumentToProcess) => {
  await guarded
  process.send?.(await read(document))
})

async function read(document: DocumentToProcess): Promise<WorkerReply> {
  try {
    const { processDocument } = await processor
    return { kind: 'read', document: await processDocument(document) }
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'failed', message: error.message }
    return { kind: 'fault', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
