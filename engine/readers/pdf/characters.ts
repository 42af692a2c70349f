import { plainCharacter } from '../plain-text'
import type { QuarterTurn } from '../reading'
import { type Edges, edgesAt } from './pdfium/page-frame'
import { type Pdfium, withMemory } from './pdfium/pdfium'

/** Print that one command of the page painted: one font, one colour, one direction. */
export type TextRun = {
  /** pdfium's object. */
  object: number
  /** Degrees clockwise by which it is to be turned on the page as displayed so that it is upright. */
  turn: QuarterTurn
  /** Around its characters, on the page as stored. */
  edges: Edges
  letters: number
  /** Letters that the font gives no meaning for. */
  unreadable: number
}

/** The characters of a page in reading order as stored; what is known of each stands at its index in each list. */
export type PageCharacters = {
  count: number
  /** Code points. */
  codes: ArrayLike<number>
  /** Four to a character: left, top, right, bottom on the page as stored. */
  edges: Float32Array
  /** Which of the runs a character belongs to, or -1 for blanks. */
  runs: Int32Array
  textRuns: TextRun[]
}

/** A page with more characters than this is noise: 500 times a closely printed one. */
const mostCharacters = 3_000_000
const rectangleBytes = 16
const noCharacters: PageCharacters = {
  count: 0,
  codes: [],
  edges: new Float32Array(0),
  runs: new Int32Array(0),
  textRuns: [],
}

/** All characters that a page holds, seen or not. */
export function readCharacters({ pdfium, page }: { pdfium: Pdfium; page: number }): PageCharacters {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return noCharacters
  try {
    const count = Math.min(mostCharacters, Math.max(0, pdfium._FPDFText_CountChars(text)))
    if (count === 0) return noCharacters
    const codes = readCodes({ pdfium, text, count })
    const edges = readEdges({ pdfium, text, count })
    return { count, codes, edges, ...collectRuns({ pdfium, page, text, codes, edges }) }
  } finally {
    pdfium._FPDFText_ClosePage(text)
  }
}

/** In one call where every character is one unit of UTF-16, which nearly all pages are. */
function readCodes({
  pdfium,
  text,
  count,
}: {
  pdfium: Pdfium
  text: number
  count: number
}): ArrayLike<number> {
  const units = withMemory({
    pdfium,
    bytes: 2 * count + 2,
    use: (memory) => {
      const written = pdfium._FPDFText_GetText(text, 0, count, memory)
      if (written !== count + 1) return null
      return new Uint16Array(pdfium.HEAPU8.slice(memory, memory + 2 * count).buffer)
    },
  })
  return units ?? Array.from({ length: count }, (_, index) => pdfium._FPDFText_GetUnicode(text, index))
}

function readEdges({ pdfium, text, count }: { pdfium: Pdfium; text: number; count: number }): Float32Array {
  const bytes = count * rectangleBytes
  return withMemory({
    pdfium,
    bytes,
    use: (memory) => {
      pdfium.HEAPU8.fill(0, memory, memory + bytes)
      for (let index = 0; index < count; index += 1) {
        pdfium._FPDFText_GetLooseCharBox(text, index, memory + index * rectangleBytes)
      }
      return new Float32Array(pdfium.HEAPU8.slice(memory, memory + bytes).buffer)
    },
  })
}

type Source = { pdfium: Pdfium; page: number; text: number; codes: ArrayLike<number>; edges: Float32Array }

function collectRuns(source: Source): Pick<PageCharacters, 'runs' | 'textRuns'> {
  const { pdfium, page, text, codes } = source
  const rotation = pdfium._FPDFPage_GetRotation(page)
  const runs = new Int32Array(codes.length).fill(-1)
  const textRuns: TextRun[] = []
  const indexOfObject = new Map<number, number>()
  let object = -1
  let runIndex = -1
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 32
    if (plainCharacter(code) === ' ') continue
    const owner = pdfium._FPDFText_GetTextObject(text, index)
    if (owner !== object) {
      object = owner
      runIndex = indexOfObject.get(owner) ?? textRuns.length
      if (runIndex === textRuns.length) {
        indexOfObject.set(owner, runIndex)
        textRuns.push(startRun({ source, index, object, rotation }))
      }
    }
    runs[index] = runIndex
    const run = textRuns[runIndex]
    if (run) grow({ run, source, index, code })
  }
  return { runs, textRuns }
}

const quarterTurns = [0, 90, 180, 270] as const

function startRun(input: { source: Source; index: number; object: number; rotation: number }): TextRun {
  const { source, index, object, rotation } = input
  // Both clockwise.
  const angle = source.pdfium._FPDFText_GetCharAngle(source.text, index)
  const quarters = Math.round(angle / (Math.PI / 2))
  const turn = quarterTurns[(8 - quarters - rotation) % 4] ?? 0
  return { object, turn, edges: edgesAt({ edges: source.edges, index }), letters: 0, unreadable: 0 }
}

/** Fonts have a meaning for all of their letters or for none, mostly: after some that have one, no more is asked. */
const askedLetters = 6

function grow(input: { run: TextRun; source: Source; index: number; code: number }): void {
  const { run, source, index, code } = input
  const { pdfium, text, edges } = source
  const at = index * 4
  const around = run.edges
  // Mirrored text has its edges the other way round.
  const x1 = edges[at] ?? 0
  const y1 = edges[at + 1] ?? 0
  const x2 = edges[at + 2] ?? 0
  const y2 = edges[at + 3] ?? 0
  if (x1 !== x2 || y1 !== y2) {
    around.left = Math.min(around.left, x1, x2)
    around.right = Math.max(around.right, x1, x2)
    around.top = Math.max(around.top, y1, y2)
    around.bottom = Math.min(around.bottom, y1, y2)
  }
  run.letters += 1
  const isAsked = run.letters <= askedLetters || run.unreadable > 0
  if (isPrivate(code) || (isAsked && pdfium._FPDFText_HasUnicodeMapError(text, index) === 1)) {
    run.unreadable += 1
  }
}

/** Unicode's places for what has no meaning to others, and its mark of the unknown. */
function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd
}
