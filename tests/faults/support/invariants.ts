import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { liveDocumentLimit } from '@/lib/documents/queries'
import type { DeskClient } from './desk-client'
import type { Screen } from './screen'
import type { SentFile } from './send-file'
import { until } from './until'

/** What the upstream counted: pages of executions that succeeded, by the document they were sent for. */
export type Counted = { pages: number; operations: number }

export type Desk = {
  client: DeskClient
  screen: Screen
  /** The data folder. */
  folder: string
  counted: () => Promise<Counted>
}

const restMs = 180_000
const terminal = ['done', 'failed', 'cancelled']

/** Waits until no document is under way: each is at its end, or waits for a person, and says so. */
export async function untilAtRest({ client }: Pick<Desk, 'client'>): Promise<DocumentSummary[]> {
  let documents: DocumentSummary[] = []
  await until({
    what: 'every document is at its end or honestly uncertain',
    timeoutMs: restMs,
    everyMs: 500,
    check: async () => {
      documents = await client.listDocuments()
      const moving = documents.filter(({ state }) => !terminal.includes(state) && state !== 'uncertain')
      if (moving.length === 0) return true
      throw new Error(moving.map(({ id, state, reason }) => `${id} ${state} ${reason ?? ''}`).join(', '))
    },
  })
  return documents
}

/**
 * What must be true after any fault, once the desk is at rest and has swept. Returns the documents.
 * - every file that was answered 2xx is exactly one document, with the very bytes and pages that were sent;
 * - every document done has exactly one counted ledger line, and no other document has any;
 * - the ledger adds up to what the upstream counted, apart from what the desk itself calls uncertain;
 * - every stored file has a document and every document its file; nothing lies about half-received;
 * - the screen shows what the server knows.
 */
export async function expectAllWell({
  desk,
  sent,
}: {
  desk: Desk
  sent: SentFile[]
}): Promise<DocumentSummary[]> {
  const documents = await untilAtRest(desk)
  const hashes = await readHashes({ desk, documents })
  expectEachOnce({ sent, documents, hashes })
  await expectTrueLedger({ desk, documents })
  await expectNoStrayFiles({ desk, hashes })
  await expectTrueScreen({ desk, documents })
  return documents
}

type Checking = {
  desk: Desk
  sent: SentFile[]
  documents: DocumentSummary[]
  /** What the desk says of the bytes of each document, by id. */
  hashes: Map<string, string>
}

async function readHashes({ desk, documents }: Pick<Checking, 'desk' | 'documents'>) {
  const hashes = new Map<string, string>()
  for (const { id } of documents) {
    const { sha256 } = (await desk.client.getJson(`/api/documents/${id}`)) as { sha256: string }
    hashes.set(id, sha256)
  }
  return hashes
}

function expectEachOnce({ sent, documents, hashes }: Omit<Checking, 'desk'>): void {
  const ids = new Set(documents.map(({ id }) => id))
  const lost = sent.filter(({ documentId }) => documentId && !ids.has(documentId))
  expect(lost, 'files that were answered and are no document').toEqual([])

  const bySha = new Map<string, string[]>()
  for (const { id, pages } of documents) {
    const sha256 = hashes.get(id) ?? ''
    bySha.set(sha256, [...(bySha.get(sha256) ?? []), id])
    const file = sent.find((one) => one.sha256 === sha256)
    expect(file, `${id} holds bytes that were never sent`).toBeDefined()
    expect(pages, `pages of ${id}`).toBe(file?.pages)
  }
  const twice = [...bySha.values()].filter((same) => same.length > 1)
  expect(twice, 'files that became several documents').toEqual([])
  for (const { sha256, documentId } of sent)
    if (documentId) expect(bySha.get(sha256), 'the document of a file').toEqual([documentId])
}

async function expectTrueLedger({ desk, documents }: Pick<Checking, 'desk' | 'documents'>): Promise<void> {
  const lines = (await desk.client.listLedger()).filter((line) => line.counted)
  const done = documents.filter(({ state }) => state === 'done')
  expect(lines.map((line) => line.document.id).sort(), 'documents with counted lines').toEqual(
    done.map(({ id }) => id).sort(),
  )
  const ledger = { operations: lines.length, pages: lines.reduce((sum, line) => sum + line.pages, 0) }
  const counted = await desk.counted()
  const uncertain = documents.filter(({ state }) => state === 'uncertain')
  const possible = {
    operations: ledger.operations + uncertain.length,
    pages: ledger.pages + uncertain.reduce((sum, { pages }) => sum + pages, 0),
  }
  const isWithin = (figure: keyof Counted) =>
    counted[figure] >= ledger[figure] && counted[figure] <= possible[figure]
  expect(
    isWithin('pages') && isWithin('operations'),
    `the upstream counted ${JSON.stringify(counted)}, the ledger ${JSON.stringify(ledger)}, and with all that is uncertain ${JSON.stringify(possible)}`,
  ).toBe(true)
}

async function expectNoStrayFiles({ desk, hashes }: Pick<Checking, 'desk' | 'hashes'>): Promise<void> {
  const files = path.join(desk.folder, 'files')
  const list = (name: string) => readdir(path.join(files, name)).catch(() => [])
  expect((await list('originals')).sort(), 'stored originals').toEqual([...hashes.keys()].sort())
  expect(await list('incoming'), 'files half received').toEqual([])
  expect(await list('uploads'), 'uploads left over').toEqual([])
  for (const [id, sha256] of hashes) {
    const stored = await readFile(path.join(files, 'originals', id))
    expect(createHash('sha256').update(stored).digest('hex'), `the stored bytes of ${id}`).toBe(sha256)
  }
}

async function expectTrueScreen({ desk, documents }: Pick<Checking, 'desk' | 'documents'>): Promise<void> {
  await desk.screen.expectToCatchUp()
  const toLook = ({ id, state, version }: DocumentSummary) => ({ id, state, version })
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
  expect(desk.screen.documents().map(toLook).sort(byId), 'what the screen shows').toEqual(
    documents.slice(0, liveDocumentLimit).map(toLook).sort(byId),
  )
}
