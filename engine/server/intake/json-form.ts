import { Assembler } from 'stream-json/core/assembler.js'
import { jsonParser, type Token } from 'stream-json/core/parser.js'
import { CallerGone, Refusal, validationRefusal } from '../http/refusal'
import { type Base64Decoder, createBase64Decoder } from './base64-decoder'
import { type IncomingForm, maxFieldsBytes, type SubmittedForm } from './submitted-form'

const documentMember = 'image_base64'

/**
 * Reads a JSON form. The base64 document goes straight into `file`, so that 140 MB of it need no memory; only what
 * is around it is kept.
 * @throws Refusal for anything but a JSON object; CallerGone; what `tooLarge` returns; whatever `file.receive` throws.
 */
export async function readJsonForm({
  request,
  file,
  maxBodyBytes,
  tooLarge,
}: IncomingForm): Promise<SubmittedForm> {
  const reader = new JsonFormReader()
  async function* document(): AsyncGenerator<Buffer> {
    let bodyBytes = 0
    // The connection must outlive a refusal in the middle of the body.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bodyBytes += chunk.length
      if (bodyBytes > maxBodyBytes) throw tooLarge()
      yield reader.read(chunk)
    }
  }
  try {
    await file.receive(document())
  } catch (error) {
    throw request.destroyed && !(error instanceof Refusal) ? new CallerGone() : error
  }
  return reader.end()
}

/** Takes a JSON body apart as it arrives: into the decoded document, and the fields around it. */
class JsonFormReader {
  #utf8 = new TextDecoder('utf-8', { fatal: true })
  #parse = jsonParser({ packStrings: false })
  #fields = new Assembler()
  #fieldsLength = 0
  #text = ''
  /** What was parsed last: a chunk may end in the middle of an escape. */
  #tail = ''
  #base64: Base64Decoder | null = null
  #documents = 0

  read(chunk: Buffer): Buffer {
    // Most of a document comes in chunks that are characters of its string and nothing else.
    if (this.#base64 && !this.#tail.includes('\\') && !chunk.includes('"') && !chunk.includes('\\')) {
      return this.#base64.push(chunk.toString('latin1'))
    }
    this.#tail = (this.#tail + chunk.toString('latin1', Math.max(0, chunk.length - 5))).slice(-5)
    const pieces: Buffer[] = []
    let characters = ''
    for (const token of this.#tokensOf(chunk)) {
      if (!this.#base64) this.#keep(token)
      else if (token.name === 'stringChunk') characters += token.value
      else {
        pieces.push(this.#base64.push(characters), this.#base64.end())
        characters = ''
        this.#base64 = null
        this.#fields.consume({ name: 'stringValue', value: '' })
      }
    }
    if (this.#base64) pieces.push(this.#base64.push(characters))
    return Buffer.concat(pieces)
  }

  end(): SubmittedForm {
    // Half of a letter at the end shows only now.
    this.#tokensOf()
    const { done, current: fields }: { done: boolean; current: unknown } = this.#fields
    if (!done || !isObject(fields)) throw notJson()
    const isGiven = (name: string) => fields[name] !== undefined && fields[name] !== null
    const sources = {
      image: 0,
      image_base64: Math.max(this.#documents, isGiven(documentMember) ? 1 : 0),
      image_url: isGiven('image_url') ? 1 : 0,
    }
    return { sources, fields, filename: null }
  }

  #tokensOf(chunk?: Buffer): Token[] {
    try {
      const tokens = this.#parse(this.#utf8.decode(chunk, { stream: chunk !== undefined }))
      return typeof tokens === 'symbol' ? [] : tokens.values
    } catch {
      throw notJson()
    }
  }

  #keep(token: Token): void {
    this.#fieldsLength += 1 + ('value' in token && typeof token.value === 'string' ? token.value.length : 0)
    if (this.#fieldsLength > maxFieldsBytes)
      throw validationRefusal(['The fields of the request are too large'])
    if (token.name === 'stringChunk') this.#text += token.value
    else if (token.name === 'endString') this.#fields.consume({ name: 'stringValue', value: this.#text })
    else if (token.name !== 'startString') this.#fields.consume(token)
    else if (this.#fields.depth === 1 && this.#fields.key === documentMember) this.#openDocument()
    else this.#text = ''
  }

  #openDocument(): void {
    this.#documents += 1
    this.#base64 = createBase64Decoder()
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function notJson() {
  return validationRefusal(['The request body is not a JSON object'])
}
