import 'server-only'
import type { Readable } from 'node:stream'

/**
 * Where received files and thumbnails live, by key (`originals/doc_…`). What cannot be done throws storage.full,
 * storage.unreachable or storage.refused; a key with nothing under it document.original_gone.
 */
export type FileStore = {
  kind: 'folder' | 's3'
  /**
   * Puts a finished file under `key` and does not return before it would survive a power cut there. The file at
   * `from` stays; the caller removes it once the rest of its work is committed. Throws an Error when what was stored
   * is not what was received.
   */
  put: (file: { from: string; key: string; sha256: string }) => Promise<void>
  /** The file's bytes from `start` to `end`, both counted from 0 and included. */
  open: (part: { key: string; start?: number; end?: number }) => Promise<Readable>
  /** Null when there is no such file. */
  findBytes: (key: string) => Promise<number | null>
  /** Gone already is as good. */
  remove: (key: string) => Promise<void>
  /** Lends the file as a path on this machine, for as long as `use` takes. */
  withLocalFile: <Result>(loan: { key: string; use: (path: string) => Promise<Result> }) => Promise<Result>
  /** Keys `prefix/…` that were stored longer ago than that. */
  listKeys: (wanted: { prefix: string; olderThanMs: number }) => Promise<string[]>
  /** Throws where files can neither be read nor stored now. */
  check: () => Promise<void>
}
