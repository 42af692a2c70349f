import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

const readBytes = 1024 * 1024

/** SHA-256 of a file in hex, read in constant memory. */
export async function sha256OfFile(path: string): Promise<string> {
  return sha256OfStart({ path, bytes: Infinity })
}

/** SHA-256 of the first bytes of a file. */
export async function sha256OfStart({ path, bytes }: { path: string; bytes: number }): Promise<string> {
  const hash = createHash('sha256')
  if (bytes === 0) return hash.digest('hex')
  for await (const chunk of createReadStream(path, { highWaterMark: readBytes, end: bytes - 1 })) {
    hash.update(chunk)
  }
  return hash.digest('hex')
}
