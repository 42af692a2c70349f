import 'server-only'
import { Readable } from 'node:stream'
import { announceLength } from './announce-length'

type StreamAnswer = {
  request: Request
  stream: Readable | null
  status?: number
  headers: Record<string, string>
}

/** Answers with a stream in constant memory; a caller that goes away, or only asked for the headers, ends it. */
export function streamResponse({ request, stream, status = 200, headers }: StreamAnswer): Response {
  if (headers['Content-Length']) announceLength(headers['Content-Length'])
  if (!stream || request.method === 'HEAD') {
    stream?.destroy()
    return new Response(null, { status, headers })
  }
  // Node's own type of a web stream and the browser's are the same thing at run time.
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers })
}
