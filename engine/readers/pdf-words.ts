import { type Pdfium, withMemory } from './pdfium'
import type { Box, Word } from './reading'

type Character = { text: string; box: Box | null; unreadable: boolean }

export type PageText = {
  words: Word[]
  /** Share of the characters that the fonts give no meaning for, 0 to 1. */
  unreadableShare: number
}

/** The words of a PDF page in reading order as stored, with boxes on the page as displayed. */
export function readPageWords({ pdfium, page }: { pdfium: Pdfium; page: number }): PageText {
  const characters = readCharacters({ pdfium, page })
  const printed = characters.filter((character) => character.box !== null)
  const unreadable = printed.filter((character) => character.unreadable).length
  return {
    words: joinCharacters(characters),
    unreadableShare: printed.length === 0 ? 0 : unreadable / printed.length,
  }
}

function readCharacters({ pdfium, page }: { pdfium: Pdfium; page: number }): Character[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return []
  const toBox = boxReader({ pdfium, page, text })
  try {
    return withMemory({
      pdfium,
      bytes: 24,
      use: (memory) => {
        const characters: Character[] = []
        for (let index = 0; index < pdfium._FPDFText_CountChars(text); index += 1) {
          const code = pdfium._FPDFText_GetUnicode(text, index)
          const isSpace = code <= 32 || code === 160 || pdfium._FPDFText_IsGenerated(text, index) === 1
          characters.push({
            text: isSpace ? ' ' : String.fromCharCode(code),
            box: isSpace ? null : toBox({ index, memory }),
            unreadable: code === 0xfffd || pdfium._FPDFText_HasUnicodeMapError(text, index) === 1,
          })
        }
        return characters
      },
    })
  } finally {
    pdfium._FPDFText_ClosePage(text)
  }
}

/** PageToDevice answers in whole numbers, so a page is taken to be this many units wide and high. */
const deviceUnits = 1_000_000

function boxReader({ pdfium, page, text }: { pdfium: Pdfium; page: number; text: number }) {
  const width = pdfium._FPDF_GetPageWidthF(page)
  const height = pdfium._FPDF_GetPageHeightF(page)
  return ({ index, memory }: { index: number; memory: number }): Box | null => {
    if (pdfium._FPDFText_GetLooseCharBox(text, index, memory) === 0) return null
    const view = new DataView(pdfium.HEAPU8.buffer)
    const float = (at: number) => view.getFloat32(memory + at, true)
    // FS_RECTF holds left, top, right, bottom.
    const [left, top, right, bottom] = [float(0), float(4), float(8), float(12)]
    const toDevice = (x: number, y: number) => {
      pdfium._FPDF_PageToDevice(page, 0, 0, deviceUnits, deviceUnits, 0, x, y, memory + 16, memory + 20)
      const int = (at: number) => view.getInt32(memory + at, true) / deviceUnits
      return { x: int(16) * width, y: int(20) * height }
    }
    return boxBetween(toDevice(left, top), toDevice(right, bottom))
  }
}

type Point = { x: number; y: number }

function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

/** Characters to words: a blank, a jump to another line or a gap as wide as half a letter's height ends a word. */
function joinCharacters(characters: Character[]): Word[] {
  const words: Word[] = []
  let current: Word | null = null
  for (const { text, box } of characters) {
    if (box === null) {
      current = null
      continue
    }
    if (current && follows({ word: current, box })) {
      current.text += text
      current.box = union(current.box, box)
    } else {
      current = { text, box, confidence: 1 }
      words.push(current)
    }
  }
  return words
}

function follows({ word, box }: { word: Word; box: Box }): boolean {
  const gap = box.x - (word.box.x + word.box.width)
  const middle = box.y + box.height / 2
  const sameLine = middle > word.box.y && middle < word.box.y + word.box.height
  return sameLine && gap < box.height * 0.5 && gap > -box.height
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}
