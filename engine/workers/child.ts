import { DocumentError } from '../pipeline/document-error'
import { chooseOcr, type OcrSettings } from '../readers/ocr-settings'
import { onProgress } from '../readers/progress'
import type { DocumentToRead, Progress, ReadDocument, WorkerReply } from './messages'
import { guardAgainstOrphanhood } from './orphan-guard'

/**
 * One reading process. It reads untrusted files, so it may hang, grow or die; whoever started it watches over it.
 * Its arguments: the module that exports `processDocument`, and how pictures are read, as JSON.
 */
type Processor = { processDocument: (document: DocumentToRead) => Promise<ReadDocument> }

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

process.on('message', async (document: DocumentToRead) => {
  await guarded
  process.send?.(await read(document))
})

async function read(document: DocumentToRead): Promise<WorkerReply> {
  try {
    const { processDocument } = await processor
    return { kind: 'read', document: await processDocument(document) }
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'failed', message: error.message }
    return { kind: 'fault', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
