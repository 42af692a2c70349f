const quote = 0x22
const backslash = 0x5c

/**
 * Reads the characters of one JSON string that arrives in chunks, its opening quote already taken. PHP writes `/` as
 * an escape and .NET `+`, so escapes do occur inside base64. A bad escape throws JSON.parse's SyntaxError.
 */
export class JsonStringReader {
  #escape = ''

  read({ chunk, at }: { chunk: Buffer; at: number }): { characters: Buffer; at: number; isClosed: boolean } {
    if (this.#escape !== '') {
      return { characters: this.#readEscape(chunk[at] ?? 0), at: at + 1, isClosed: false }
    }
    const quoteAt = chunk.indexOf(quote, at)
    const plain = chunk.subarray(at, quoteAt < 0 ? chunk.length : quoteAt)
    const escapeAt = plain.indexOf(backslash)
    if (escapeAt < 0) {
      const isClosed = quoteAt >= 0
      return { characters: plain, at: at + plain.length + (isClosed ? 1 : 0), isClosed }
    }
    this.#escape = '\\'
    return { characters: plain.subarray(0, escapeAt), at: at + escapeAt + 1, isClosed: false }
  }

  #readEscape(byte: number): Buffer {
    this.#escape += String.fromCharCode(byte)
    const isComplete = this.#escape.startsWith('\\u') ? this.#escape.length === 6 : true
    if (!isComplete) return Buffer.alloc(0)
    const meaning: string = JSON.parse(`"${this.#escape}"`)
    this.#escape = ''
    return Buffer.from(meaning)
  }
}
