import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that only its holder and whom it hands it to can open: however they end, nothing of a page is left behind. */
export async function openNamelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `intray-page-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}

/** Writes from the file's beginning; what was longer before keeps its end. */
export async function overwrite({ file, bytes }: { file: FileHandle; bytes: Buffer }): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten
  }
}
