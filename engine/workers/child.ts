import { DocumentError } from '../pipeline/document-error'
import { chooseOcrLanguages } from '../readers/ocr-languages'
import { chooseOcr } from '../readers/ocr-program'
import { ocrPrograms } from '../readers/ocr-settings'
import type { DocumentToRead, ReadDocument, WorkerReply } from './messages'
import { guardAgainstOrphanhood } from './orphan-guard'

/**
 * One reading process. It reads untrusted files, so it may hang, grow or die; whoever started it watches over it.
 * Its arguments: the module that exports `processDocument`, what reads pictures, and in which languages.
 */
type Processor = { processDocument: (document: DocumentToRead) => Promise<ReadDocument> }

const [, , processorUrl = '', ocr, ...ocrLanguages] = process.argv
chooseOcr(ocrPrograms.find((program) => program === ocr) ?? 'auto')
if (ocrLanguages.length > 0) chooseOcrLanguages(ocrLanguages)

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
