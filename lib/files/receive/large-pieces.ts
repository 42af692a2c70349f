import 'server-only'

const pieceBytes = 1024 * 1024
/** What a slow line has brought is not held back for long: should it break, only that would have to be sent again. */
const holdMs = 200

type ChunkSource = { chunks: AsyncIterable<Buffer>; see: (chunk: Buffer) => void }

/**
 * The same bytes in pieces of a megabyte or a little more; smaller ones from a slow line and at the end. Each write to
 * a file wakes one of Node's threads, which takes longer than the write of the 64 kB that a line brings at a time.
 * `see` is shown each chunk as it comes.
 */
export async function* inLargePieces({ chunks, see }: ChunkSource): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = []
  let bytes = 0
  let heldSince = performance.now()
  for await (const chunk of chunks) {
    see(chunk)
    gathered.push(chunk)
    bytes += chunk.length
    if (bytes < pieceBytes && performance.now() - heldSince < holdMs) continue
    yield Buffer.concat(gathered)
    gathered = []
    bytes = 0
    heldSince = performance.now()
  }
  if (bytes > 0) yield Buffer.concat(gathered)
}
