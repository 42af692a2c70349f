import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentToProcess } from '@/engine/pipeline/process-document'
import type { ProcessedDocument } from '@/engine/pipeline/processed-document'
import { DocumentError } from '@/engine/readers/document-error'

/**
 * Stands in for the real readers. A document's name is its script: `pages-7`, `takes-500` (milliseconds), `refuse`,
 * `fault`, `crash`, `hang`, `grow`. Every reading leaves a line in `readings` beside the data folder's files.
 */
export async function processDocument({
  path: file,
  filename = '',
}: DocumentToProcess): Promise<ProcessedDocument> {
  await appendFile(path.join(path.dirname(file), '..', 'readings'), `${filename}\n`)
  await sleep(numberAfter({ filename, word: 'takes' }) ?? 0)
  if (filename.includes('refuse')) throw new DocumentError('This PDF is protected by a password.')
  if (filename.includes('fault')) throw new Error('a secret detail')
  if (filename.includes('crash')) process.kill(process.pid, 'SIGKILL')
  if (filename.includes('hang')) for (;;) Math.random()
  if (filename.includes('grow')) await grow()
  return {
    pages: numberAfter({ filename, word: 'pages' }) ?? 1,
    data: { zulu: 'first', alpha: 'Ñandú \u0000 \ud800', filename },
    identification: { document_type: 'invoice', confidence: 0.9 },
    validation: { errors: { count: 0, messages: [] }, warnings: { count: 1, messages: ['odd'] } },
  }
}

function numberAfter({ filename, word }: { filename: string; word: string }): number | undefined {
  const digits = new RegExp(`${word}-(\\d+)`).exec(filename)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

async function grow(): Promise<never> {
  const held: Buffer[] = []
  for (;;) {
    held.push(Buffer.alloc(16_777_216, 1))
    await sleep(20)
  }
}
