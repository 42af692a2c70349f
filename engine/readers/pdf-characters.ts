import { type Edges, placeOnPage } from './pdf-page-frame'
import { type Pdfium, withMemory } from './pdfium'
import type { Box } from './reading'

/** A printed character, or with `box: null` a blank between two of them. */
export type Character = { text: string; box: Box | null; unreadable: boolean; isSideways: boolean }

const blank: Character = { text: ' ', box: null, unreadable: false, isSideways: false }

/** The characters of a PDF page in reading order as stored, with boxes on the page as displayed. */
export function readCharacters({ pdfium, page }: { pdfium: Pdfium; page: number }): Character[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return []
  try {
    const count = Math.max(0, pdfium._FPDFText_CountChars(text))
    const rectangles = readRectangles({ pdfium, text, count })
    const place = placeOnPage({ pdfium, page })
    const isPageSideways = pdfium._FPDFPage_GetRotation(page) % 2 === 1
    const characters: Character[] = []
    for (let index = 0; index < count; index += 1) {
      const code = pdfium._FPDFText_GetUnicode(text, index)
      // What pdfium adds where it sees a gap are blanks and ends of lines, too.
      if (code <= 32 || code === 160) {
        characters.push(blank)
        continue
      }
      const box = place(edgesAt({ rectangles, index }))
      const unreadable = code === 0xfffd || pdfium._FPDFText_HasUnicodeMapError(text, index) === 1
      const isSideways = isTurnedAside(pdfium._FPDFText_GetCharAngle(text, index)) !== isPageSideways
      characters.push({ text: String.fromCharCode(code), box, unreadable, isSideways })
    }
    return characters
  } finally {
    pdfium._FPDFText_ClosePage(text)
  }
}

/** Nearer to a quarter turn than to straight or upside down. */
function isTurnedAside(angle: number): boolean {
  return angle >= 0 && Math.abs(Math.sin(angle)) > Math.SQRT1_2
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
