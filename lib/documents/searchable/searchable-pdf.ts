import 'server-only'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { AcceptedContentType, PageWords } from '@/base/contract'
import { AppError } from '@/lib/errors'
import { drawJpeg } from '@/lib/files/inspect/inspect'
import { readJpegHead } from '@/lib/files/jpeg-head'
import { incomingFolder } from '@/lib/files/receive/incoming'
import { removeReceived } from '@/lib/files/receive/receive'
import { fileStore } from '@/lib/files/stores'
import { isAcceptedContentType } from '@/lib/files/upload-policy'
import { log } from '@/lib/log'
import type { SignedInUser } from '@/lib/people/roles'
import { sentFile } from '../model/files/sent-file'
import { requireVisible } from '../read/get-document'
import { findWords } from '../words/find-words'
import { layerFor } from './append-layer'
import { PdfSyntaxError } from './pdf-syntax'
import { pictureFrame } from './picture-pdf'

type SearchablePdf = { name: string; bytes: number; stream: Readable }

/**
 * A document as a PDF whose words, as they were read, can be searched and selected. A PDF keeps its bytes and has them
 * appended; a picture becomes one page. Made anew each time, and never in memory as a whole. Throws document.not_found,
 * document.original_gone, document.no_words, document.not_searchable.
 */
export async function openSearchablePdf(target: { user: SignedInUser; id: string }): Promise<SearchablePdf> {
  const facts = await requireVisible(target)
  const { id, name } = facts
  const { key, contentType } = sentFile(facts)
  const bytes = key === null ? null : await fileStore().findBytes(key)
  if (key === null || bytes === null || !isAcceptedContentType(contentType))
    throw new AppError('document.original_gone')
  const words = await findWords({ documentId: id })
  if (!words) throw new AppError('document.no_words')
  const source = { key, bytes, pages: words.pages, contentType }
  const made = contentType === 'application/pdf' ? await layeredPdf(source) : await picturePdf(source)
  return { ...made, name: `${name.replace(/\.[^.]+$/, '')}.pdf` }
}

type Source = { key: string; bytes: number; pages: PageWords[]; contentType: AcceptedContentType }

async function layeredPdf({ key, bytes, pages }: Source) {
  const read = async ({ start, length }: { start: number; length: number }) => {
    const end = Math.min(bytes, start + length) - 1
    if (start < 0 || end < start) return Buffer.alloc(0)
    return buffer(await fileStore().open({ key, start, end }))
  }
  const layer = await layerFor({ bytes, read, pages }).catch(refuse)
  const original = await fileStore().open({ key })
  return { bytes: bytes + layer.length, stream: inTurn([original, Readable.from([layer])]) }
}

/** What is not as the standard has it, or encrypted, is not written to: half a document would come of it. */
function refuse(thrown: unknown): never {
  if (!(thrown instanceof PdfSyntaxError)) throw thrown
  log.info({ err: thrown }, 'no text can be laid into this PDF')
  throw new AppError('document.not_searchable', { cause: thrown })
}

async function picturePdf({ key, pages, contentType }: Source) {
  const target = path.join(incomingFolder(), `${randomUUID()}.jpg`)
  await mkdir(incomingFolder(), { recursive: true })
  try {
    await fileStore().withLocalFile({ key, use: (file) => drawJpeg({ path: file, contentType, target }) })
    const { size } = await stat(target)
    const head = readJpegHead(await readHead(target))
    if (!head) throw new AppError('document.not_searchable')
    const { before, after } = await pictureFrame({ jpeg: { ...head, bytes: size }, pages })
    const stream = inTurn([Readable.from([before]), createReadStream(target), Readable.from([after])])
    stream.once('close', () => void removeReceived(target))
    return { bytes: before.length + size + after.length, stream }
  } catch (thrown) {
    await removeReceived(target)
    throw thrown
  }
}

/** Profiles and previews may stand before what is looked for. */
const headBytes = 1_048_576

async function readHead(target: string): Promise<Buffer> {
  const file = await open(target)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headBytes), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** One stream after the other; a caller that goes away ends all of them. */
function inTurn(streams: Readable[]): Readable {
  const joined = Readable.from(
    (async function* () {
      for (const stream of streams) yield* stream
    })(),
    { objectMode: false },
  )
  joined.once('close', () => {
    for (const stream of streams) stream.destroy()
  })
  return joined
}
