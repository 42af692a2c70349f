import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentToProcess } from '@/engine/pipeline/process-document'
import type { ProcessedDocument } from '@/engine/pipeline/processed-document'
import { DocumentError } from '@/engine/readers/document-error'
import { type PackedPage, packWords } from '@/engine/words/pack-words'

/**
 * Stands in for the real readers. A document's name is its script: `pages-7`, `takes-500` (milliseconds), `refuse`,
 * `fault`, `crash`, `hang`, `grow`, `words`. Every reading leaves a line in `readings` beside the data folder's files.
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
  const pages = numberAfter({ filename, word: 'pages' }) ?? 1
  return {
    pages,
    ...(filename.includes('words') && { words: wordsOf(pages) }),
    data: { zulu: 'first', alpha: 'Ñandú \u0000 \ud800', filename },
    identification: { document_type: 'invoice', confidence: 0.9 },
    validation: { errors: { count: 0, messages: [] }, warnings: { count: 1, messages: ['odd'] } },
  }
}

function wordsOf(pages: number): PackedPage[] {
  return Array.from({ length: pages }, (_, at) =>
    packWords({
      page: at + 1,
      width: 595,
      height: 842,
      words: [{ text: `Página ${at + 1}`, box: [0.1, 0.2, 0.3, 0.01], confidence: 0.9, source: 'picture' }],
    }),
  )
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
