import type { PictureReading } from '../../picture/picture'
import { plainText } from '../../plain-text'
import type { Box, QuarterTurn, Word } from '../../reading'
import { type Size, turnBetween, turnBox, turnSize } from '../pdfium/turn-box'

/**
 * Words of a picture that shows a part of a page, placed on the whole page.
 * @param part in points, on the page as displayed.
 * @param turned the turn of the page on which they are wanted, clockwise from the displayed one.
 */
export function placeWords(input: {
  reading: PictureReading
  part: Box
  page: Size
  turned: QuarterTurn
}): Word[] {
  const { reading, part, page, turned } = input
  const scale = part.width / Math.max(1, turnSize({ page: reading, by: reading.turned }).width)
  const isSideways = (reading.turned - turned) % 180 !== 0
  return reading.words.flatMap((word) => {
    const text = plainText(word.text).trim()
    if (text === '') return []
    const { x, y, width, height } = turnBox({
      box: word.box,
      page: reading,
      by: turnBetween({ from: reading.turned, to: 0 }),
    })
    const displayed = {
      x: part.x + x * scale,
      y: part.y + y * scale,
      width: width * scale,
      height: height * scale,
    }
    const box = turnBox({ box: displayed, page, by: turned })
    const { isSideways: _, ...upright } = word
    return [{ ...upright, text, box, origin: 'picture', ...(isSideways && { isSideways }) }]
  })
}

/** Of the smaller of two boxes: so much of it in common, and both are the same print. */
const samePrintShare = 0.4

/** The words of a picture that are not among those of the page's text. */
export function withoutKnown({ words, known }: { words: Word[]; known: Word[] }): Word[] {
  if (words.length === 0) return []
  const byRow = new Map<number, Word[]>()
  const rows = (box: Box) => {
    const first = Math.floor(box.y / rowPt)
    return Array.from(
      { length: Math.min(200, Math.floor((box.y + box.height) / rowPt) - first + 1) },
      (_, at) => first + at,
    )
  }
  for (const word of known) {
    for (const row of rows(word.box)) byRow.set(row, [...(byRow.get(row) ?? []), word])
  }
  return words.filter(
    ({ box }) => !rows(box).some((row) => (byRow.get(row) ?? []).some((word) => isSamePrint(word.box, box))),
  )
}

const rowPt = 20

function isSamePrint(a: Box, b: Box): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (width <= 0 || height <= 0) return false
  return width * height > samePrintShare * Math.min(a.width * a.height, b.width * b.height)
}
