import { bottomOf } from '../layout/box'
import { type Found, toFound } from '../layout/found'
import type { Segment } from '../layout/layout'
import { segmentsOf } from '../layout/segments-by-height'
import { surroundingsOf } from '../layout/surroundings'
import { conceptsIn } from '../paper/concepts'
import type { Candidate } from './candidates/candidate'

const longestAddress = 6
/** What else stands in a letterhead. */
const noAddress =
  /(?<!\p{L})(?:tel|fax|phone|mobile|whatsapp|gst|vat|tax|iban|id\.? ?no|invoice|date|reg|www|e-?mail|cashier)(?!\p{L})|@|^\(?\d{4,7}-\p{L}\)?$|\+?\d[\d\s()/-]{8,}\d/iu
const postalCode =
  /(?<!\p{Nd})\p{Nd}{4,6}(?!\p{Nd})|[A-Z]{1,2}\p{Nd}[A-Z\p{Nd}]?\s?\p{Nd}[A-Z]{2}|\p{Nd}{3}-\p{Nd}{4}/u
const score = 0.75

/**
 * The supplier's address: the lines right below its name, from the first with a figure or a comma in it, up to what
 * is none; joined as printed.
 */
export function findAddress(supplier: Candidate): Found<string> | null {
  const lines: Segment[] = []
  let cell = nextBelow(lastCellOf(supplier))
  for (let steps = 0; cell && steps < longestAddress + 3 && lines.length < longestAddress; steps += 1) {
    const isPart = !noAddress.test(cell.text) && (/\p{Nd}|,/u.test(cell.text) || lines.length > 0)
    if (isPart) lines.push(cell)
    else if (lines.length > 0) break
    cell = nextBelow(cell)
  }
  const text = lines.map((line) => line.text.replace(/(?<![\s,])[\s,]+$/, '')).join(', ')
  if (!postalCode.test(text)) return null
  const words = lines.flatMap((line) => line.words)
  return toFound({ read: { value: text, words, quality: 1 }, page: supplier.segment.page, score })
}

/** A name may go on over cells: what is below it is below its last word. */
function lastCellOf({ words, segment }: Candidate): Segment {
  const last = words.at(-1)
  const cells = segmentsOf(segment.page)
  return cells.find((cell) => last !== undefined && cell.words.includes(last)) ?? segment
}

/** What goes on right below a cell, up to the next label. */
function nextBelow(cell: Segment): Segment | null {
  const { below } = surroundingsOf(cell)
  const isNear = below && below.box.y - bottomOf(cell.box) < 1.6 * Math.max(cell.box.height, below.box.height)
  return isNear && !isLabel(below) ? below : null
}

function isLabel(cell: Segment): boolean {
  return conceptsIn(cell).some(
    ({ concept, isWhole }) => isWhole && concept !== 'address' && concept !== 'supplier_tax_id',
  )
}
