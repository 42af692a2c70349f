import 'server-only'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { AppError, toAppError } from '@/lib/errors'

type FilePart = {
  field: string
  name: string
  contentType: string
  bytes: number
  open: () => Promise<Readable>
}

/**
 * A multipart/form-data body (RFC 7578) of text fields and one file, streamed and with its length known: Node's fetch
 * holds whole files in memory, and a chunked body hides a cut-off from the server.
 * The stream fails with an AppError when the file cannot be read or is not exactly `bytes` long.
 */
export function multipartBody({ fields, file }: { fields: Record<string, string>; file: FilePart }) {
  const boundary = `intray-${randomBytes(16).toString('hex')}`
  const head = Buffer.from(
    Object.entries(fields)
      .map(([name, value]) => `--${boundary}\r\n${disposition({ name })}\r\n\r\n${value}\r\n`)
      .join('') +
      `--${boundary}\r\n${disposition({ name: file.field, filename: file.name })}\r\n` +
      `Content-Type: ${file.contentType}\r\n\r\n`,
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  return {
    headers: {
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      'Content-Length': String(head.length + file.bytes + tail.length),
    },
    body: Readable.from(pieces({ head, file, tail }), { objectMode: false }),
  }
}

async function* pieces({ head, file, tail }: { head: Buffer; file: FilePart; tail: Buffer }) {
  yield head
  yield* stored(file)
  yield tail
}

async function* stored({ bytes, open }: FilePart) {
  let sent = 0
  try {
    for await (const chunk of await open()) {
      sent += chunk.length
      yield chunk
    }
  } catch (thrown) {
    throw toAppError(thrown)
  }
  if (sent === bytes) return
  throw new AppError('internal', {
    cause: new Error(`the stored file has ${sent} bytes instead of ${bytes}`),
  })
}

/** Quotes and line breaks are percent-encoded, as browsers do (WHATWG HTML, multipart/form-data encoding). */
function disposition({ name, filename }: { name: string; filename?: string }): string {
  const quoted = (text: string) => text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
  const file = filename === undefined ? '' : `; filename="${quoted(filename)}"`
  return `Content-Disposition: form-data; name="${quoted(name)}"${file}`
}
