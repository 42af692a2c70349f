import { z } from 'zod'
import { CallerGone, Refusal, validationRefusal } from '../http/refusal'
import { createBase64Decoder } from './base64-decoder'
import { JsonMemberFinder } from './json-member-finder'
import { JsonStringReader } from './json-string-reader'
import { type IncomingForm, maxFieldsBytes, type SubmittedForm } from './submitted-form'

const documentMember = 'image_base64'

/**
 * Reads a JSON form. The base64 document goes straight into `file`, so that 140 MB of it need no memory; only what
 * is around it is kept and parsed.
 * @throws Refusal for anything but a JSON object; CallerGone; what `tooLarge` returns; whatever `file.receive` throws.
 */
export async function readJsonForm(incoming: IncomingForm): Promise<SubmittedForm> {
  const body = new JsonBodyWithDocument(incoming)
  try {
    await incoming.file.receive(body.document())
  } catch (error) {
    if (error instanceof SyntaxError) throw notJson()
    throw incoming.request.destroyed && !(error instanceof Refusal) ? new CallerGone() : error
  }
  const fields = parseObject(body.rest())
  return { sources: countSources({ fields, documents: body.documents }), fields, filename: null }
}

/** A JSON body seen as the decoded document and, once that is read, the same body with an empty string in its place. */
class JsonBodyWithDocument {
  documents = 0
  #rest: Buffer[] = []
  #restBytes = 0

  constructor(private readonly incoming: IncomingForm) {}

  async *document(): AsyncGenerator<Buffer> {
    const { request, maxBodyBytes, tooLarge } = this.incoming
    let bodyBytes = 0
    const finder = new JsonMemberFinder(documentMember)
    let reader: { string: JsonStringReader; base64: ReturnType<typeof createBase64Decoder> } | null = null
    // The connection must outlive a refusal in the middle of the body.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bodyBytes += chunk.length
      if (bodyBytes > maxBodyBytes) throw tooLarge()
      for (let at = 0; at < chunk.length; ) {
        if (!reader) {
          const start = at
          while (at < chunk.length && !reader) {
            if (finder.opens(chunk[at++])) reader = this.#openDocument()
          }
          this.#keep(chunk.subarray(start, at))
          continue
        }
        const piece = reader.string.read({ chunk, at })
        at = piece.at
        yield reader.base64.push(piece.characters)
        if (piece.isClosed) {
          yield reader.base64.end()
          this.#keep(Buffer.from('"'))
          reader = null
        }
      }
    }
  }

  rest(): Buffer {
    return Buffer.concat(this.#rest)
  }

  #openDocument() {
    this.documents += 1
    return { string: new JsonStringReader(), base64: createBase64Decoder() }
  }

  #keep(bytes: Buffer): void {
    this.#restBytes += bytes.length
    if (this.#restBytes > maxFieldsBytes) throw validationRefusal(['The fields of the request are too large'])
    // A copy: the chunk it is cut from may be far larger, and would be kept whole.
    this.#rest.push(Buffer.from(bytes))
  }
}

function parseObject(bytes: Buffer): Record<string, unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    throw notJson()
  }
}

function countSources(input: {
  fields: Record<string, unknown>
  documents: number
}): SubmittedForm['sources'] {
  const isGiven = (name: string) => input.fields[name] !== undefined && input.fields[name] !== null
  return {
    image: 0,
    image_base64: Math.max(input.documents, isGiven(documentMember) ? 1 : 0),
    image_url: isGiven('image_url') ? 1 : 0,
  }
}

function notJson() {
  return validationRefusal(['The request body is not a JSON object'])
}
