import { bottomOf } from '../layout/box'
import { type Found, toFound } from '../layout/found'
import type { Segment } from '../layout/layout'
import { surroundingsOf } from '../layout/surroundings'
import { conceptsOf, type Paper } from '../paper/paper'
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
export function findAddress({
  paper,
  supplier,
}: {
  paper: Paper
  supplier: Candidate | null
}): Found<string> | null {
  if (!supplier) return null
  const lines: Segment[] = []
  let cell: Segment | null = lastCellOf({ paper, supplier })
  for (let steps = 0; cell && steps < longestAddress + 3 && lines.length < longestAddress; steps += 1) {
    const below: Segment | null = nextBelow({ paper, cell })
    if (!below || isLabel({ paper, cell: below })) break
    const isPart = !noAddress.test(below.text) && (/\p{Nd}|,/u.test(below.text) || lines.length > 0)
    if (isPart) lines.push(below)
    else if (lines.length > 0) break
    cell = below
  }
  const text = lines.map((line) => line.text.replace(/[\s,]+$/, '')).join(', ')
  if (!postalCode.test(text)) return null
  const words = lines.flatMap((line) => line.words)
  return toFound({ read: { value: text, words, quality: 1 }, pageIndex: supplier.segment.pageIndex, score })
}

/** A name may go on over cells: what is below it is below its last word. */
function lastCellOf({ paper, supplier }: { paper: Paper; supplier: Candidate }): Segment {
  const last = supplier.words.at(-1)
  const lines = paper.layout.pages[supplier.segment.pageIndex]?.lines ?? []
  const cells = lines.flatMap(({ segments }) => segments)
  return cells.find(({ words }) => last !== undefined && words.includes(last)) ?? supplier.segment
}

function nextBelow({ paper, cell }: { paper: Paper; cell: Segment }): Segment | null {
  const { below } = surroundingsOf({ layout: paper.layout, segment: cell })
  return below && below.box.y - bottomOf(cell.box) < 1.6 * Math.max(cell.box.height, below.box.height)
    ? below
    : null
}

function isLabel({ paper, cell }: { paper: Paper; cell: Segment }): boolean {
  return conceptsOf({ words: cell.words, segment: cell, paper }).some(
    ({ concept, isWhole }) => isWhole && concept !== 'address' && concept !== 'supplier_tax_id',
  )
}
