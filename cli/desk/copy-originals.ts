import { convertedFileSchema } from '@/lib/documents/model/files/sent-file'
import type { FileStore } from '@/lib/files/file-store'
import { sha256OfFile } from '@/lib/files/receive/hash'
import { say } from '../terminal'
import { readLines } from './dump-file'

export type Original = { key: string; sha256: string }
export type Copied = { copied: number; known: number; missing: string[] }

const sayEvery = 100

/** The originals that the documents of a desk's dump name, and what they were converted to. */
export async function listOriginals(dumpFile: string): Promise<Original[]> {
  let columns: string[] = []
  let isDocuments = false
  const originals: Original[] = []
  for await (const line of readLines(dumpFile)) {
    const entry = JSON.parse(line)
    if (entry.columns) {
      columns = entry.columns
      isDocuments = entry.table === 'documents'
    } else if (isDocuments && Array.isArray(entry)) {
      const key = entry[columns.indexOf('file_key')]
      const sha256 = entry[columns.indexOf('sha256')]
      const converted = entry[columns.indexOf('converted')]
      if (key) originals.push({ key, sha256 })
      if (key && converted) originals.push(convertedFileSchema.parse(JSON.parse(converted)))
    }
  }
  return originals
}

/**
 * Copies the originals from one store to another, each compared by its SHA-256 on both sides. What is there already
 * and the same is left, so that an interrupted copy goes on. A file missing at its source is told, not an end.
 * Throws an Error where a file at the source is not what was once received.
 */
export async function copyOriginals(given: {
  originals: Original[]
  from: FileStore
  to: FileStore
}): Promise<Copied> {
  const { originals, from, to } = given
  const result: Copied = { copied: 0, known: 0, missing: [] }
  for (const [index, original] of originals.entries()) {
    const { key } = original
    if (index > 0 && index % sayEvery === 0) say(`  ${index} of ${originals.length} files`)
    if (await isThere({ store: to, original })) result.known += 1
    else if ((await from.findBytes(key)) === null) result.missing.push(key)
    else {
      await from.withLocalFile({ key, use: (file) => putCompared({ file, original, to }) })
      result.copied += 1
    }
  }
  return result
}

async function isThere({ store, original }: { store: FileStore; original: Original }): Promise<boolean> {
  const { key, sha256 } = original
  if ((await store.findBytes(key)) === null) return false
  return store.withLocalFile({ key, use: async (file) => (await sha256OfFile(file)) === sha256 })
}

async function putCompared({ file, original, to }: { file: string; original: Original; to: FileStore }) {
  if ((await sha256OfFile(file)) !== original.sha256) {
    throw new Error(`The file ${original.key} is not what was once received. Nothing of it was copied.`)
  }
  await to.put({ from: file, ...original })
}
