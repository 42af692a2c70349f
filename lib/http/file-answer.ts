import 'server-only'
import type { Readable } from 'node:stream'
import { parseByteRange } from './byte-range'
import { streamResponse } from './stream-response'

type AnsweredFile = {
  bytes: number
  /** Both ends included; all of it without a range. */
  open: (range?: { start: number; end: number }) => Promise<Readable>
}

type FileAnswer = { request: Request; file: AnsweredFile; headers: Record<string, string> & { ETag: string } }

/** A file, or the part of it that the request asks for, or that the caller has it already (RFC 9110 §13.1.2, §14). */
export async function answerFile({ request, file, headers }: FileAnswer): Promise<Response> {
  const known = { ...headers, 'Accept-Ranges': 'bytes' }
  const { bytes } = file
  if (request.headers.get('if-none-match') === headers.ETag) {
    return streamResponse({ request, status: 304, headers: known, stream: null })
  }
  const range = parseByteRange({ header: request.headers.get('range'), bytes })
  if (range === 'unsatisfiable') {
    const unmet = { 'Content-Range': `bytes */${bytes}` }
    return streamResponse({ request, status: 416, headers: { ...known, ...unmet }, stream: null })
  }
  if (!range) {
    const whole = { 'Content-Length': String(bytes) }
    return streamResponse({ request, headers: { ...known, ...whole }, stream: await file.open() })
  }
  const part = {
    'Content-Length': String(range.end - range.start + 1),
    'Content-Range': `bytes ${range.start}-${range.end}/${bytes}`,
  }
  return streamResponse({
    request,
    status: 206,
    headers: { ...known, ...part },
    stream: await file.open(range),
  })
}
