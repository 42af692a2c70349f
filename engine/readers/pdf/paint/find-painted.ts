import type { Picture } from '../../picture/picture'
import type { Box, QuarterTurn } from '../../reading'
import type { TextRun } from '../characters'
import type { Pdfium } from '../pdfium/pdfium'
import { displayedSize, drawPart } from '../pdfium/render'
import { turnBetween, turnBox, turnSize } from '../pdfium/turn-box'
import type { PrintedWord } from '../words'

/** Pixels to a point: enough for small print to leave a mark. */
const finestScale = 1.5
const mostPixels = 3_000_000
/** Of 255, in one channel: less is not to be seen, unless it belongs to print that is. */
const clearDifference = 20
const faintDifference = 6
/** Of a word's box. */
const leastShare = 0.015

type Doubt = { pdfium: Pdfium; page: number; turned: QuarterTurn; words: PrintedWord[]; runs: TextRun[] }

/**
 * Those of the words that leave a mark on the page: it is drawn with their text and without, and where that is the
 * same nobody sees them, whatever the cause.
 */
export function findPainted(doubt: Doubt): Set<PrintedWord> {
  const { pdfium, page, words, runs } = doubt
  if (words.length === 0) return new Set()
  const boxes = words.map(({ word }) => displayedBox({ doubt, box: word.box }))
  const part = around({ boxes, page: displayedSize({ pdfium, page }) })
  if (part.width <= 0 || part.height <= 0) return new Set()
  const scale = Math.min(finestScale, Math.sqrt(mostPixels / (part.width * part.height)))
  const draw = () => drawPart({ pdfium, page, part, scale, channels: 3 })
  const withText = draw()
  const objects = new Set(words.flatMap((one) => one.runs.flatMap((run) => runs[run]?.object ?? [])))
  for (const object of objects) pdfium._FPDFPageObj_SetIsActive(object, 0)
  const without = draw()
  for (const object of objects) pdfium._FPDFPageObj_SetIsActive(object, 1)
  const isMarked = (index: number, difference: number) => {
    const { x, y, ...size } = boxes[index] ?? part
    return leavesMark({
      withText,
      without,
      box: { x: x - part.x, y: y - part.y, ...size },
      scale,
      difference,
    })
  }
  const clear = new Set(words.filter((_, index) => isMarked(index, clearDifference)))
  // Thin letters of pale print are paler than its others.
  const clearRuns = new Set([...clear].flatMap((one) => one.runs))
  const isPainted = (one: PrintedWord, index: number) =>
    clear.has(one) || (one.runs.some((run) => clearRuns.has(run)) && isMarked(index, faintDifference))
  return new Set(words.filter(isPainted))
}

function displayedBox({ doubt, box }: { doubt: Doubt; box: Box }): Box {
  const { pdfium, page, turned } = doubt
  const upright = turnSize({ page: displayedSize({ pdfium, page }), by: turned })
  return turnBox({ box, page: upright, by: turnBetween({ from: turned, to: 0 }) })
}

function around({ boxes, page }: { boxes: Box[]; page: { width: number; height: number } }): Box {
  const x = Math.max(0, Math.floor(boxes.reduce((least, box) => Math.min(least, box.x), page.width)) - 1)
  const y = Math.max(0, Math.floor(boxes.reduce((least, box) => Math.min(least, box.y), page.height)) - 1)
  const right = boxes.reduce((most, box) => Math.max(most, box.x + box.width), 0)
  const bottom = boxes.reduce((most, box) => Math.max(most, box.y + box.height), 0)
  return { x, y, width: Math.min(page.width, right + 1) - x, height: Math.min(page.height, bottom + 1) - y }
}

function leavesMark(input: {
  withText: Picture
  without: Picture
  box: Box
  scale: number
  difference: number
}): boolean {
  const { withText, without, box, scale, difference } = input
  const { width, height } = withText
  const left = Math.max(0, Math.floor(box.x * scale))
  const right = Math.min(width, Math.ceil((box.x + box.width) * scale))
  const top = Math.max(0, Math.floor(box.y * scale))
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * scale))
  let marked = 0
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 3
      if (differsAt({ one: withText.pixels, other: without.pixels, at, difference })) marked += 1
    }
  }
  return marked >= Math.max(1, leastShare * (right - left) * (bottom - top))
}

function differsAt(input: { one: Buffer; other: Buffer; at: number; difference: number }): boolean {
  const { one, other, at, difference } = input
  for (let channel = at; channel < at + 3; channel += 1) {
    if (Math.abs((one[channel] ?? 0) - (other[channel] ?? 0)) >= difference) return true
  }
  return false
}
