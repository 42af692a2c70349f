import 'server-only'
import { inflateSync } from 'node:zlib'
import { isRef, type PdfDict, PdfParser, PdfSyntaxError, type PdfValue, UnfinishedError } from './pdf-syntax'

/** A part of a file's bytes, from `start` on; shorter where the file ends. */
export type ReadBytes = (part: { start: number; length: number }) => Promise<Buffer>

/** Where an object lies: at a place of the file, or at one of an object stream. */
type Entry = { offset: number; generation: number } | { stream: number; index: number }

export type PdfFile = {
  trailer: PdfDict
  /** Where the newest table of objects begins, and whether it is a stream. */
  startXref: number
  isXrefStream: boolean
  generationOf: (number: number) => number
  /** What a value is, through references; null for what is not there. */
  resolve: (value: PdfValue | undefined) => Promise<PdfValue>
}

const firstRead = 4096
const longestObject = 16 * 1_048_576
const maxSections = 2000
const maxObjects = 5_000_000

/**
 * Reads a PDF's table of objects and of its objects what is asked for, never the whole file. Throws PdfSyntaxError for
 * what is not as the standard has it: nothing is repaired.
 */
export async function openPdfFile({ bytes, read }: { bytes: number; read: ReadBytes }): Promise<PdfFile> {
  const startXref = await findStart({ bytes, read })
  const entries = new Map<number, Entry | null>()
  const head = (await read({ start: 0, length: 8 })).toString('latin1')
  if (!head.startsWith('%PDF-')) throw new PdfSyntaxError('something stands before the file')
  const first = await readSection({ read, offset: startXref, entries })
  const seen = new Set([startXref])
  const ahead = linksOf(first.dict)
  for (let offset = ahead.shift(); offset !== undefined; offset = ahead.shift()) {
    if (seen.has(offset)) continue
    if (seen.add(offset).size > maxSections) throw new PdfSyntaxError('too many tables')
    ahead.push(...linksOf((await readSection({ read, offset, entries })).dict))
  }
  const objects = new Map<number, Promise<PdfValue>>()
  const streams = new Map<number, Promise<PdfValue[]>>()

  const resolve = async (value: PdfValue | undefined, depth = 0): Promise<PdfValue> => {
    if (value === undefined || depth > 20) return null
    if (!isRef(value)) return value
    const known = objects.get(value.number) ?? load(value.number)
    objects.set(value.number, known)
    return resolve(await known, depth + 1)
  }
  const load = async (number: number): Promise<PdfValue> => {
    const entry = entries.get(number)
    if (!entry) return null
    if ('offset' in entry) return (await readObject({ read, offset: entry.offset, number })).value
    const stream = streams.get(entry.stream) ?? loadStream(entry.stream)
    streams.set(entry.stream, stream)
    return (await stream)[entry.index] ?? null
  }
  const loadStream = async (number: number): Promise<PdfValue[]> => {
    const entry = entries.get(number)
    if (!entry || !('offset' in entry)) throw new PdfSyntaxError('no object stream')
    const object = await readObject({ read, offset: entry.offset, number })
    if (!(object.value instanceof Map)) throw new PdfSyntaxError('no object stream')
    const length = await resolve(object.value.get('Length'))
    const data = await readStream({ read, dict: object.value, at: object.end, length })
    return parseObjects({ text: data.toString('latin1'), dict: object.value })
  }
  return {
    ...{ trailer: first.dict, startXref, isXrefStream: first.isStream, resolve },
    generationOf: (number) => {
      const entry = entries.get(number)
      return entry && 'generation' in entry ? entry.generation : 0
    },
  }
}

type Source = { bytes: number; read: ReadBytes }

async function findStart({ bytes, read }: Source): Promise<number> {
  const length = Math.min(bytes, 2048)
  const tail = (await read({ start: bytes - length, length })).toString('latin1')
  const start = [...tail.matchAll(/startxref\s+(\d{1,12})/g)].at(-1)?.[1]
  if (!start) throw new PdfSyntaxError('no end of a PDF')
  return Number(start)
}

/** The tables of a hybrid file that only newer readers know come before older ones. */
function linksOf(dict: PdfDict): number[] {
  return ['XRefStm', 'Prev'].flatMap((key) => {
    const offset = dict.get(key)
    return typeof offset === 'number' ? [offset] : []
  })
}

type Section = { read: ReadBytes; offset: number; entries: Map<number, Entry | null> }

async function readSection({
  read,
  offset,
  entries,
}: Section): Promise<{ dict: PdfDict; isStream: boolean }> {
  const begin = (await read({ start: offset, length: 16 })).toString('latin1')
  if (!/^\s*xref/.test(begin))
    return { dict: await readXrefStream({ read, offset, entries }), isStream: true }
  const dict = await parseAt({ read, offset, parse: (parser) => parseTable({ parser, entries }) })
  return { dict, isStream: false }
}

function parseTable({ parser, entries }: { parser: PdfParser; entries: Section['entries'] }): PdfDict {
  if (parser.word() !== 'xref') throw new PdfSyntaxError('no table of objects')
  const found = new Map<number, Entry | null>()
  for (;;) {
    parser.skip()
    if (parser.at >= parser.text.length - 10) throw new UnfinishedError()
    if (parser.text.startsWith('trailer', parser.at)) break
    const [first, count] = [parser.integer(), parser.integer()]
    if (count > maxObjects) throw new PdfSyntaxError('too many objects')
    for (let number = first; number < first + count; number += 1) {
      const [offset, generation, kind] = [parser.integer(), parser.integer(), parser.word()]
      found.set(number, kind === 'n' ? { offset, generation } : null)
    }
  }
  parser.word()
  const dict = parser.value()
  if (!(dict instanceof Map)) throw new PdfSyntaxError('no trailer')
  addEntries({ entries, found })
  return dict
}

async function readXrefStream({ read, offset, entries }: Section): Promise<PdfDict> {
  const { value: dict, end } = await readObject({ read, offset })
  if (!(dict instanceof Map)) throw new PdfSyntaxError('no table of objects')
  const data = await readStream({ read, dict, at: end, length: dict.get('Length') ?? null })
  const widths = numbersOf(dict.get('W'))
  const size = dict.get('Size')
  const index = dict.has('Index') ? numbersOf(dict.get('Index')) : [0, typeof size === 'number' ? size : 0]
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const rowBytes = kindWidth + secondWidth + thirdWidth
  if (rowBytes === 0 || rowBytes > 30) throw new PdfSyntaxError('no widths')
  const found = new Map<number, Entry | null>()
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2)
    for (let number = first; number < first + count && at + rowBytes <= data.length; number += 1) {
      const kind = kindWidth === 0 ? 1 : unsigned(data, at, kindWidth)
      const second = unsigned(data, at + kindWidth, secondWidth)
      const third = unsigned(data, at + kindWidth + secondWidth, thirdWidth)
      const inFile = kind === 1 ? { offset: second, generation: third } : null
      found.set(number, kind === 2 ? { stream: second, index: third } : inFile)
      at += rowBytes
    }
  }
  addEntries({ entries, found })
  return dict
}

/** Tables are read the newest first: what is known already is what holds. */
function addEntries({ entries, found }: Record<'entries' | 'found', Section['entries']>): void {
  for (const [number, entry] of found) if (!entries.has(number)) entries.set(number, entry)
}

function unsigned(data: Buffer, at: number, length: number): number {
  let value = 0
  for (let index = at; index < at + length; index += 1) value = value * 256 + (data[index] ?? 0)
  return value
}

type ReadingObject = { read: ReadBytes; offset: number; number?: number }

/** `end` is where its value ends in the file. */
function readObject({ read, offset, number }: ReadingObject): Promise<{ value: PdfValue; end: number }> {
  const parse = (parser: PdfParser) => {
    const [found] = [parser.integer(), parser.integer()]
    if (parser.word() !== 'obj' || (number !== undefined && found !== number))
      throw new PdfSyntaxError(`no object ${number}`)
    return { value: parser.value(), end: offset + parser.at }
  }
  return parseAt({ read, offset, parse })
}

type ParsingAt<Result> = { read: ReadBytes; offset: number; parse: (parser: PdfParser) => Result }

/** Reads more and more until what is parsed is whole. */
async function parseAt<Result>({ read, offset, parse }: ParsingAt<Result>): Promise<Result> {
  for (let length = firstRead; length <= longestObject; length *= 4) {
    const text = (await read({ start: offset, length })).toString('latin1')
    try {
      return parse(new PdfParser(text.length < length ? `${text}\n ` : text))
    } catch (thrown) {
      if (!(thrown instanceof UnfinishedError) || text.length < length) throw toSyntaxError(thrown)
    }
  }
  throw new PdfSyntaxError('an object without end')
}

function toSyntaxError(thrown: unknown): unknown {
  return thrown instanceof UnfinishedError ? new PdfSyntaxError('the file ends within an object') : thrown
}

type ReadingStream = { read: ReadBytes; dict: PdfDict; at: number; length: PdfValue }

/** The content of a table of objects or an object stream: plain, or deflated with or without PNG's predictors. */
async function readStream({ read, dict, at, length }: ReadingStream): Promise<Buffer> {
  if (typeof length !== 'number' || length < 0 || length > longestObject)
    throw new PdfSyntaxError('no length')
  const raw = await read({ start: at, length: length + 64 })
  const start = /^[\0\t\n\f\r ]*stream(\r\n|\n|\r)/.exec(raw.subarray(0, 64).toString('latin1'))?.[0].length
  if (start === undefined) throw new PdfSyntaxError('no stream')
  const content = raw.subarray(start, start + length)
  const [filter] = [dict.get('Filter')].flat()
  if (filter === undefined || filter === null) return content
  if (!(typeof filter === 'object' && 'name' in filter && filter.name === 'FlateDecode'))
    throw new PdfSyntaxError('a filter that is not read here')
  const [parms] = [dict.get('DecodeParms')].flat()
  return unpredict({ data: inflate(content), parms: parms instanceof Map ? parms : new Map() })
}

function inflate(content: Buffer): Buffer {
  try {
    return inflateSync(content, { maxOutputLength: longestObject })
  } catch (cause) {
    throw new PdfSyntaxError('a stream that cannot be read', { cause })
  }
}

/** PNG's filters of rows (RFC 2083, 6): what tables of objects are usually packed with. */
function unpredict({ data, parms }: { data: Buffer; parms: PdfDict }): Buffer {
  const predictor = parms.get('Predictor') ?? 1
  if (predictor === 1) return data
  const columns = parms.get('Columns') ?? 1
  if (typeof columns !== 'number' || typeof predictor !== 'number' || predictor < 10)
    throw new PdfSyntaxError('a predictor that is not read here')
  const rows = Math.floor(data.length / (columns + 1))
  const plain = Buffer.alloc(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0
      const up = row > 0 ? (plain[at - columns] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (plain[at - columns - 1] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth({ left, up, corner })][kind] ?? 0
      plain[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + guess
    }
  }
  return plain
}

function paeth({ left, up, corner }: Record<'left' | 'up' | 'corner', number>): number {
  const estimate = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(estimate - one)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function parseObjects({ text, dict }: { text: string; dict: PdfDict }): PdfValue[] {
  const [count, first] = [dict.get('N'), dict.get('First')]
  if (typeof count !== 'number' || typeof first !== 'number') throw new PdfSyntaxError('no object stream')
  const whole = `${text}\n `
  const places = new PdfParser(whole)
  return Array.from({ length: Math.min(count, maxObjects) }, () => {
    places.integer()
    return new PdfParser(whole, first + places.integer()).value()
  })
}

function numbersOf(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
}
