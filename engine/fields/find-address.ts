import type { Word } from '../readers/reading'
import { rightOf } from '../extract/layout/box'
import { collectCandidates, type Labels } from './candidates'
import { type Found, toFound } from '../extract/found'
import type { Layout, LayoutPage, Segment, TextLine } from '../extract/layout/layout'
import { toSegment } from '../extract/layout/layout'
import { textOf } from '../extract/layout/word-text'

const addressWord =
  /\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|blvd|boulevard|suite|floor|flr|level|lot|no\.?\s?\d|jalan|jln|taman|tmn|persiaran|lorong|kawasan|seksyen|bangunan|kampung|bandar|mukim|batu|calle|c\/|c\.|avda\.?|avenida|plaza|stra(?:ß|ss)e|str\.|platz|rue|chemin|place|via|corso|piazza|rua|praça|straat|weg|plein|laan|selangor|johor|kuala lumpur|malaysia)\b|\p{L}(?:stra(?:ß|ss)e|straat|weg|laan)\b/iu
const postalCode = /\b\d{5}\b|\b\d{4}\s?[A-Z]{2}\b|\b\d{4}-\d{3}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/

/** The address of a shop: the lines below its name that look like one, joined as printed. */
export function findAddress({ layout, labels }: { layout: Layout; labels: Labels }): Found<string> | null {
  const lines = addressLines(layout)
  if (lines.length === 0) {
    const read = (words: Parameters<typeof textOf>[0]) =>
      postalCode.test(textOf(words)) ? { value: textOf(words), words, quality: 1 } : null
    return collectCandidates({ field: 'address', labels, layout, read })[0] ?? null
  }
  const words = lines.flatMap((segment) => segment.words)
  const value = lines.map((segment) => segment.text.replace(/[\s,]+$/, '')).join(', ')
  return toFound({ read: { value, words, quality: 1 }, pageIndex: 0, score: 0.7 })
}

/** What else stands among the lines of a letterhead. */
const noAddress =
  /\b(?:tel|fax|phone|mobile|whatsapps?|gst|tax|id\.? ?no|invoice|date|reg|www|email)\b|@|^\(?\d{4,7}-\p{L}\)?$/iu

const longestAddress = 6

/** Lines of the head of the page from the first that looks like an address to the last of its block. */
function addressLines(layout: Layout): Segment[] {
  const page = layout.pages[0]
  if (!page) return []
  const head = page.lines.filter((line) => line.box.y < page.page.height * 0.5).slice(0, 14)
  const rows = head.map((line) => leftCell({ line, page })).filter((row) => /[\p{L}\d]/u.test(row.text))
  const found: Segment[] = []
  for (const [at, row] of rows.entries()) {
    const isOne =
      !noAddress.test(row.text) && isPartOfAddress({ row, next: rows[at + 1], isBegun: found.length > 0 })
    if (isOne) found.push(row)
    else if (found.length > 0) break
    if (found.length >= longestAddress) break
  }
  return found
}

/** A town of its own line is known by the line with the postal code below it. */
function isPartOfAddress(input: { row: Segment; next: Segment | undefined; isBegun: boolean }): boolean {
  const { row, next, isBegun } = input
  if (looksLikeAddress(row.text)) return true
  const isTown = next !== undefined && !noAddress.test(next.text) && looksLikeAddress(next.text)
  return isBegun && (/,|\d/.test(row.text) || isTown)
}

function looksLikeAddress(text: string): boolean {
  return addressWord.test(text) || postalCode.test(text)
}

/** Further than this, in lines of print, what stands beside it is another column. */
const longestGap = 2.5

/** The beginning of a line, joined over the gaps that OCR leaves between words. */
function leftCell({ line, page }: { line: TextLine; page: LayoutPage }): Segment {
  const words: Word[] = []
  for (const segment of line.segments) {
    const last = words.at(-1)
    if (last && segment.box.x - rightOf(last.box) > page.lineHeight * longestGap) break
    words.push(...segment.words)
  }
  return toSegment({ words, pageIndex: line.pageIndex })
}
