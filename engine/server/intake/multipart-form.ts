import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import { CallerGone, validationRefusal } from '../http/refusal'
import { type IncomingForm, maxFieldsBytes, type SubmittedForm } from './submitted-form'

/**
 * Reads a multipart form, streaming its `image` part into `file`.
 * @throws Refusal for a broken form; CallerGone; what `tooLarge` returns; whatever `file.receive` throws.
 */
export function readMultipartForm(incoming: IncomingForm): Promise<SubmittedForm> {
  const { request, maxBodyBytes, tooLarge, file } = incoming
  const form: SubmittedForm = {
    sources: { image: 0, image_base64: 0, image_url: 0 },
    fields: {},
    filename: null,
  }
  return new Promise((resolve, reject) => {
    const parser = openParser(request.headers)
    let document: BusboyFileStream | null = null
    let received = Promise.resolve()
    const stop = (error: unknown) => {
      request.unpipe(parser)
      // Half of a document has no end by itself; and nothing may be writing when the file is discarded.
      document?.destroy(new CallerGone())
      received.catch(() => undefined).finally(() => reject(error))
    }
    parser.on('file', (name, stream, filename) => {
      stream.on('error', () => undefined)
      if (name === 'image') form.sources.image += 1
      if (name !== 'image' || form.sources.image > 1) {
        stream.resume()
        return
      }
      form.filename = filename ?? null
      document = stream
      received = file.receive(stream)
      received.catch(stop)
    })
    parser.on('field', (name, value, _nameTruncated, valueTruncated) => {
      if (valueTruncated) stop(validationRefusal([`${name} is too large`]))
      form.fields[name] = value
    })
    parser.on('finish', () => received.then(() => resolve(form), reject))
    parser.on('error', () => stop(validationRefusal(['The multipart form could not be read'])))
    let bodyBytes = 0
    request.on('data', (chunk: Buffer) => {
      bodyBytes += chunk.length
      if (bodyBytes > maxBodyBytes) stop(tooLarge())
    })
    request.on('close', () => request.complete || stop(new CallerGone()))
    request.pipe(parser)
  })
}

function openParser(headers: IncomingMessage['headers']) {
  try {
    return new Busboy({
      // The route has seen a multipart Content-Type; busboy's type wants to know.
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' } satisfies BusboyHeaders,
      isPartAFile: (name, _type, filename) => name === 'image' || filename !== undefined,
      limits: { fieldSize: maxFieldsBytes, fields: 50, parts: 60 },
    })
  } catch {
    throw validationRefusal(['The multipart form has no boundary'])
  }
}
