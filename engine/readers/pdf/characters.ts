import { type Edges, placeOnPage } from './page-frame'
import { type Pdfium, withMemory } from './pdfium'
import type { Box, QuarterTurn } from '../reading'

/** A printed character, or with `box: null` a blank between two of them. */
export type Character = { text: string; box: Box | null; unreadable: boolean; isSideways: boolean }

export type PageCharacters = {
  characters: Character[]
  /** Degrees clockwise by which the displayed page is to be turned so that its print is upright. */
  turned: QuarterTurn
}

const blank: Character = { text: ' ', box: null, unreadable: false, isSideways: false }

/** The characters of a PDF page in reading order as stored, with boxes on the page turned upright. */
export function readCharacters({ pdfium, page }: { pdfium: Pdfium; page: number }): PageCharacters {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return { characters: [], turned: 0 }
  try {
    const count = Math.max(0, pdfium._FPDFText_CountChars(text))
    const codes = Array.from({ length: count }, (_, index) => pdfium._FPDFText_GetUnicode(text, index))
    const turns = codes.map((code, index) => (isBlank(code) ? null : turnOf({ pdfium, page, text, index })))
    const turned = commonTurn(turns)
    const rectangles = readRectangles({ pdfium, text, count })
    const place = placeOnPage({ pdfium, page, turned })
    const characters = turns.map((turn, index): Character => {
      const code = codes[index]
      if (turn === null || code === undefined) return blank
      const box = place(edgesAt({ rectangles, index }))
      const unreadable = code === 0xfffd || pdfium._FPDFText_HasUnicodeMapError(text, index) === 1
      return { text: String.fromCharCode(code), box, unreadable, isSideways: (turn - turned) % 180 !== 0 }
    })
    return { characters, turned }
  } finally {
    pdfium._FPDFText_ClosePage(text)
  }
}

/** What pdfium adds where it sees a gap are blanks and ends of lines, too. */
function isBlank(code: number): boolean {
  return code <= 32 || code === 160
}

const quarterTurns = [0, 90, 180, 270] as const

/** Degrees clockwise by which a character of the displayed page is to be turned, to the nearest quarter. */
function turnOf(given: { pdfium: Pdfium; page: number; text: number; index: number }): QuarterTurn {
  const { pdfium, page, text, index } = given
  // Both clockwise.
  const quarters = Math.round(pdfium._FPDFText_GetCharAngle(text, index) / (Math.PI / 2))
  return quarterTurns[(8 - quarters - pdfium._FPDFPage_GetRotation(page)) % 4] ?? 0
}

/** A page is held for most of its print; where no way has the most, as it is displayed. */
function commonTurn(turns: (QuarterTurn | null)[]): QuarterTurn {
  const printed = turns.filter((turn) => turn !== null)
  const hasMost = (turned: QuarterTurn) =>
    printed.filter((turn) => turn === turned).length > printed.length * 0.6
  return quarterTurns.find(hasMost) ?? 0
}

/** FS_RECTF holds left, top, right, bottom. */
function edgesAt({ rectangles, index }: { rectangles: Float32Array; index: number }): Edges {
  const at = index * 4
  return {
    left: rectangles[at] ?? 0,
    top: rectangles[at + 1] ?? 0,
    right: rectangles[at + 2] ?? 0,
    bottom: rectangles[at + 3] ?? 0,
  }
}

const rectangleBytes = 16

/** Left, top, right and bottom of every character on the page as stored; zeros where a character has no box. */
function readRectangles(input: { pdfium: Pdfium; text: number; count: number }): Float32Array {
  const { pdfium, text, count } = input
  const bytes = Math.max(1, count) * rectangleBytes
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
