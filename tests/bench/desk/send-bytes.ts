import { randomUUID } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

const pieceBytes = 64 * 1024

export type Sent = { status: number; location: string | undefined; body: string }
type Sending = { url: string; method: string; headers?: Record<string, string>; parts?: Buffer[] }

/** One request whose body is the parts, sent in pieces no faster than they are taken. */
export async function send({ url, method, headers = {}, parts = [] }: Sending): Promise<Sent> {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0)
  const call = request(url, { method, agent: false, headers: { ...headers, 'content-length': bytes } })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    call.once('response', resolve)
    call.once('error', reject)
  })
  await pipeline(Readable.from(pieces(parts)), call)
  const answer = await answered
  return { status: answer.statusCode ?? 0, location: answer.headers.location, body: await text(answer) }
}

/** The parts as one `file` of a multipart form with the fields. */
export function toForm(given: { fields: Record<string, string>; name: string; parts: Buffer[] }) {
  const boundary = randomUUID()
  const open = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`
  const fields = Object.entries(given.fields).map(
    ([name, value]) => `${open(`name="${name}"`)}\r\n${value}\r\n`,
  )
  const file = `${open(`name="file"; filename="${given.name}"`)}Content-Type: application/pdf\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    parts: [Buffer.from(fields.join('') + file), ...given.parts, Buffer.from(`\r\n--${boundary}--\r\n`)],
  }
}

function* pieces(parts: Buffer[]): Generator<Buffer> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += pieceBytes) yield part.subarray(at, at + pieceBytes)
  }
}
