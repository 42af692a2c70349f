import 'server-only'
import { createHash, type Hash } from 'node:crypto'

/** The SHA-256 of the first `bytes` bytes of a file. */
type ArrivingHash = { hash: Hash; bytes: number }

/** A hash costs about a kilobyte; uploads given up long ago must not gather. */
const most = 1_000

/**
 * The hashes of files that come in parts, counted while they arrive, by the upload's id. They live in this process
 * alone: whatever came to another one, or before a restart, or broke off, leaves a gap, and the file is to be read.
 */
export class ArrivingHashes {
  private readonly known = new Map<string, ArrivingHash>()

  /** What to go on with for a part that begins at `offset`; null after a gap. It is lost unless it is kept again. */
  take({ id, offset }: { id: string; offset: number }): ArrivingHash | null {
    const taken = this.known.get(id)
    this.known.delete(id)
    if (offset === 0) return { hash: createHash('sha256'), bytes: 0 }
    return taken?.bytes === offset ? taken : null
  }

  keep({ id, arriving }: { id: string; arriving: ArrivingHash }): void {
    this.known.set(id, arriving)
    const [oldest] = this.known.keys()
    if (this.known.size > most && oldest !== undefined) this.known.delete(oldest)
  }

  forget(id: string): void {
    this.known.delete(id)
  }

  /** In hex; null where not all of the first `bytes` bytes were seen here. */
  read({ id, bytes }: { id: string; bytes: number }): string | null {
    const known = this.known.get(id)
    return known?.bytes === bytes ? known.hash.copy().digest('hex') : null
  }
}
