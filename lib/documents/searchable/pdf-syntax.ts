/** Values of PDF's syntax (ISO 32000-2, 7.3), as far as they must be read and written again. Texts are bytes as Latin-1. */
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfText | PdfValue[] | PdfDict
/** With its escapes, as it stands in the file. */
type PdfName = { kind: 'name'; name: string }
export type PdfRef = { kind: 'ref'; number: number; generation: number }
/** With its brackets, as it stands in the file. */
type PdfText = { kind: 'text'; raw: string }
export type PdfDict = Map<string, PdfValue>

export const nameOf = (name: string): PdfName => ({ kind: 'name', name })
export const refTo = (number: number, generation = 0): PdfRef => ({ kind: 'ref', number, generation })

/** The text ends within a value: more of it must be read. */
export class UnfinishedError extends Error {}
/** What is there is no PDF as the standard has it. */
export class PdfSyntaxError extends Error {}

const maxDepth = 100
const space = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y
const numberToken = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const refToken = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![A-Za-z0-9])/y
const nameToken = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const hexToken = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y
const wordToken = /[A-Za-z*'"]+/y

/** Reads one value after the other. */
export class PdfParser {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  value(depth = 0): PdfValue {
    if (depth > maxDepth) throw new PdfSyntaxError('too deep')
    this.skip()
    const [first, second] = [this.text[this.at], this.text[this.at + 1]]
    if (second === undefined) throw new UnfinishedError()
    if (first === '<' && second === '<') return this.dict(depth)
    if (first === '[') return this.list(depth)
    if (first === '(') return this.literal()
    if (first === '<') return { kind: 'text', raw: this.token(hexToken)[0] }
    if (first === '/') return nameOf(this.token(nameToken)[1] ?? '')
    const ref = this.find(refToken)
    if (ref) return refTo(Number(ref[1]), Number(ref[2]))
    if (first !== undefined && /[\d+.-]/.test(first)) return Number(this.token(numberToken)[0])
    const word = this.word()
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    throw new PdfSyntaxError(`no value: ${word}`)
  }

  word(): string {
    this.skip()
    return this.token(wordToken)[0]
  }

  integer(): number {
    const value = this.value()
    if (typeof value !== 'number') throw new PdfSyntaxError('no number')
    return value
  }

  skip(): void {
    space.lastIndex = this.at
    this.at += space.exec(this.text)?.[0].length ?? 0
  }

  private dict(depth: number): PdfDict {
    this.at += 2
    const dict: PdfDict = new Map()
    for (;;) {
      this.skip()
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2
        return dict
      }
      const key = this.token(nameToken)[1] ?? ''
      dict.set(key, this.value(depth + 1))
    }
  }

  private list(depth: number): PdfValue[] {
    this.at += 1
    const list: PdfValue[] = []
    for (;;) {
      this.skip()
      if (this.text[this.at] === ']') {
        this.at += 1
        return list
      }
      list.push(this.value(depth + 1))
    }
  }

  private literal(): PdfText {
    const start = this.at
    let open = 0
    for (; this.at < this.text.length; this.at += 1) {
      const letter = this.text[this.at]
      if (letter === '\\') this.at += 1
      else if (letter === '(') open += 1
      else if (letter === ')') open -= 1
      if (open === 0) {
        this.at += 1
        return { kind: 'text', raw: this.text.slice(start, this.at) }
      }
    }
    throw new UnfinishedError()
  }

  /** What the text ends with may go on in what was not read yet. */
  private token(pattern: RegExp): RegExpExecArray {
    const found = this.find(pattern)
    if (found && this.at < this.text.length) return found
    if (this.at >= this.text.length || this.text.length - this.at < 20) throw new UnfinishedError()
    throw new PdfSyntaxError(`unexpected: ${this.text.slice(this.at, this.at + 20)}`)
  }

  private find(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at += found[0].length
    return found
  }
}

export function writeValue(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(5)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`
  if (value instanceof Map)
    return `<<${[...value].map(([key, inner]) => `/${key} ${writeValue(inner)}`).join(' ')}>>`
  if (value.kind === 'name') return `/${value.name}`
  return value.kind === 'text' ? value.raw : `${value.number} ${value.generation} R`
}

export const isRef = (value: unknown): value is PdfRef =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'ref'
