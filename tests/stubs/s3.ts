import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { partsXml, type StoredObject, type StoredUpload, xml } from './s3-xml'

export const s3Key = 'AKIASTUB'
export const s3Secret = 'stub/secret+'

type S3Request = { method: string; key: string; query: URLSearchParams }

/** How the stub behaves; a test changes these at will. */
export type S3Behaviour = {
  /** Answers any request with this error of S3. */
  refuse?: { status: number; code: string } | undefined
  /** Answers requests of one kind with an error; without a code there is no word of S3 in it, as from a proxy. */
  refuseWhen?: ((request: S3Request) => { status: number; code?: string } | null | undefined) | undefined
  /** Ignores `If-None-Match`. */
  overwrites?: boolean | undefined
  /** Stores one byte less than it received, and says that all is well. */
  losesBytes: boolean
  /** Breaks a download off after so many bytes. */
  breaksAfterBytes?: number | undefined
}

/**
 * A small S3 on the loopback: objects, ranges, lists and multipart uploads, kept in memory, for one bucket and one key.
 * It stores bodies as they come, as many S3-compatibles do, and misbehaves on demand.
 */
export async function startStubS3() {
  const behaviour: S3Behaviour = { losesBytes: false }
  const objects = new Map<string, StoredObject>()
  const uploads = new Map<string, StoredUpload>()

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stub')
    const [, bucket = '', ...rest] = url.pathname.split('/')
    const key = decodeURIComponent(rest.join('/'))
    if (behaviour.refuse) return refuse(response, behaviour.refuse)
    const fault = behaviour.refuseWhen?.({ method: request.method ?? '', key, query: url.searchParams })
    if (fault) return refuse(response, fault)
    if (!request.headers.authorization?.includes(`Credential=${s3Key}/`))
      return refuse(response, { status: 403, code: 'InvalidAccessKeyId' })
    if (bucket !== 'desk-files') return refuse(response, { status: 404, code: 'NoSuchBucket' })
    const body = await readAll(request).catch(() => null)
    if (!body) return
    const query = url.searchParams
    const uploadId = query.get('uploadId')
    if (uploadId) return answerPart({ request, response, key, uploadId, query, body })
    if (request.method === 'POST' && query.has('uploads')) return begin({ request, response, key })
    if (request.method === 'GET' && !key) return list({ response, prefix: query.get('prefix') ?? '' })
    if (request.method === 'PUT') return put({ request, response, key, body })
    if (request.method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204).end()
    }
    read({ request, response, key })
  })

  function put({ request, response, key, body }: Arrival & { body: Buffer }) {
    const isTaken = request.headers['if-none-match'] === '*' && objects.has(key)
    if (isTaken && !behaviour.overwrites) return refuse(response, { status: 412, code: 'PreconditionFailed' })
    const bytes = behaviour.losesBytes ? body.subarray(1) : body
    objects.set(key, { bytes, storedAt: new Date(), metadata: readMetadata(request) })
    response.writeHead(200, { ETag: etag(body) }).end()
  }

  function read({ request, response, key }: Arrival) {
    const object = objects.get(key)
    if (!object) return refuse(response, { status: 404, code: 'NoSuchKey' })
    const { start, end } = readRange(request.headers.range, object.bytes.length)
    const part = object.bytes.subarray(start, end + 1)
    response.writeHead(request.headers.range ? 206 : 200, {
      'Content-Length': part.length,
      'Last-Modified': object.storedAt.toUTCString(),
      ETag: etag(object.bytes),
      ...object.metadata,
    })
    if (request.method === 'HEAD') return response.end()
    if (behaviour.breaksAfterBytes === undefined) return response.end(part)
    response.write(part.subarray(0, behaviour.breaksAfterBytes), () => request.socket.destroy())
  }

  function list({ response, prefix }: { response: ServerResponse; prefix: string }) {
    const found = [...objects].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))
    const contents = found.map(
      ([key, { bytes, storedAt }]) =>
        `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${storedAt.toISOString()}</LastModified></Contents>`,
    )
    xml(response, 'ListBucketResult', `<IsTruncated>false</IsTruncated>${contents.join('')}`)
  }

  function begin({ request, response, key }: Arrival) {
    const id = randomUUID()
    uploads.set(id, { key, metadata: readMetadata(request), parts: new Map() })
    xml(response, 'InitiateMultipartUploadResult', `<Key>${key}</Key><UploadId>${id}</UploadId>`)
  }

  function answerPart(given: Arrival & { uploadId: string; query: URLSearchParams; body: Buffer }) {
    const { request, response, key, uploadId, query, body } = given
    const upload = uploads.get(uploadId)
    if (!upload || upload.key !== key) return refuse(response, { status: 404, code: 'NoSuchUpload' })
    if (request.method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), behaviour.losesBytes ? body.subarray(1) : body)
      return response.writeHead(200, { ETag: etag(body) }).end()
    }
    if (request.method === 'GET') return partsXml(response, upload)
    uploads.delete(uploadId)
    if (request.method === 'DELETE') return response.writeHead(204).end()
    const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)
    objects.set(key, { bytes: Buffer.concat(parts), storedAt: new Date(), metadata: upload.metadata })
    xml(response, 'CompleteMultipartUploadResult', `<Key>${key}</Key>`)
  }

  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const secret = encodeURIComponent(s3Secret)
  return {
    url: `s3://${s3Key}:${secret}@127.0.0.1:${port}/desk-files/a?tls=off`,
    behaviour,
    objects,
    uploads,
    goAway: close,
    comeBack: () => listen(port),
    close,
  }
}

export type StubS3 = Awaited<ReturnType<typeof startStubS3>>

type Arrival = { request: IncomingMessage; response: ServerResponse; key: string }

function refuse(response: ServerResponse, { status, code }: { status: number; code?: string }): void {
  if (!code) {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Not found</h1>')
    return
  }
  response.writeHead(status, { 'Content-Type': 'application/xml' })
  response.end(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code} says the stub</Message></Error>`,
  )
}

function readMetadata(request: IncomingMessage): Record<string, string> {
  const kept = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}

function readRange(header: string | undefined, length: number): { start: number; end: number } {
  const [, start = '0', end = ''] = header?.match(/^bytes=(\d+)-(\d*)$/) ?? []
  return { start: Number(start), end: end ? Math.min(Number(end), length - 1) : length - 1 }
}

function etag(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
