const whitespace = new Set([...' \t\n\r'].map((character) => character.charCodeAt(0)))
const code = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const

/**
 * Follows a JSON text byte by byte and tells where the string of one member of the outermost object begins. It judges
 * nothing: whether the text is JSON at all is for JSON.parse to say.
 */
export class JsonMemberFinder {
  #depth = 0
  #string: number[] | null = null
  #isEscaped = false
  #awaits: 'key' | 'value' | 'nothing' = 'nothing'
  #key = ''

  constructor(private readonly member: string) {}

  /** Takes one byte; true when it is the opening quote of the member's string. The caller skips the string. */
  opens(byte: number): boolean {
    if (this.#string) {
      this.#readString(this.#string, byte)
      return false
    }
    if (byte === code.quote) {
      if (this.#depth === 1 && this.#awaits === 'value' && this.#key === this.member) return true
      this.#string = []
      return false
    }
    this.#readStructure(byte)
    return false
  }

  #readString(string: number[], byte: number): void {
    if (byte === code.quote && !this.#isEscaped) {
      if (this.#depth === 1 && this.#awaits === 'key') this.#key = toText(string)
      this.#string = null
      return
    }
    this.#isEscaped = byte === code.backslash && !this.#isEscaped
    if (this.#awaits === 'key') string.push(byte)
  }

  #readStructure(byte: number): void {
    if (whitespace.has(byte)) return
    if (byte === code.openBrace || byte === code.openBracket) this.#depth += 1
    if (byte === code.closeBrace || byte === code.closeBracket) this.#depth -= 1
    if (byte === code.colon) this.#awaits = 'value'
    else this.#awaits = byte === code.openBrace || byte === code.comma ? 'key' : 'nothing'
  }
}

function toText(string: number[]): string {
  try {
    return JSON.parse(`"${Buffer.from(string).toString('utf8')}"`)
  } catch {
    return ''
  }
}
