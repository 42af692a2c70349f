import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

const pieceBytes = 4 * 1024 * 1024

/**
 * SHA-256 in hex, read piece by piece. The browser's own needs the whole file in memory, and https. Throws what the
 * browser does where the file cannot be read any more.
 */
export async function hashBlob(blob: Blob): Promise<string> {
  const hash = sha256.create()
  for (let start = 0; start < blob.size; start += pieceBytes) {
    hash.update(new Uint8Array(await blob.slice(start, start + pieceBytes).arrayBuffer()))
  }
  return bytesToHex(hash.digest())
}
