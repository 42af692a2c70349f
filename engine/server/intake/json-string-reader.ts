const quote = 0x22
const backslash = 0x5c

/**
 * Reads the characters of one JSON string that arrives in chunks, its opening quote already taken. PHP writes `/` as
 * an escape and .NET `+`, so escapes do occur inside base64. A bad escape throws JSON.parse's SyntaxError.
 */
export class JsonStringReader {
  /** What has come of an escape that a chunk's end cut in two. */
  #escape = ''

  /** The characters from `at` to the string's end or the chunk's, and where reading goes on. */
  read({ chunk, at }: { chunk: Buffer; at: number }): { characters: Buffer; at: number; isClosed: boolean } {
    // No longer than what they are written as.
    const characters = Buffer.allocUnsafe(chunk.length - at + this.#escape.length)
    let length = 0
    let from = at
    let quoteAt = next({ chunk, byte: quote, from })
    while (from < chunk.length) {
      if (this.#escape !== '') {
        length += characters.write(this.#readEscape(chunk[from] ?? 0), length)
        from += 1
        if (quoteAt < from) quoteAt = next({ chunk, byte: quote, from })
        continue
      }
      const end = Math.min(quoteAt, next({ chunk, byte: backslash, from }))
      length += chunk.copy(characters, length, from, end)
      from = end + 1
      if (chunk[end] === quote)
        return { characters: characters.subarray(0, length), at: from, isClosed: true }
      if (chunk[end] === backslash) this.#escape = '\\'
    }
    return { characters: characters.subarray(0, length), at: chunk.length, isClosed: false }
  }

  /** The meaning of an escape with its last character, nothing before. */
  #readEscape(byte: number): string {
    this.#escape += String.fromCharCode(byte)
    const isComplete = this.#escape.startsWith('\\u') ? this.#escape.length === 6 : true
    if (!isComplete) return ''
    const meaning: string = JSON.parse(`"${this.#escape}"`)
    this.#escape = ''
    return meaning
  }
}

/** Where a byte comes next, or the chunk's end. */
function next({ chunk, byte, from }: { chunk: Buffer; byte: number; from: number }): number {
  const found = chunk.indexOf(byte, from)
  return found < 0 ? chunk.length : found
}
