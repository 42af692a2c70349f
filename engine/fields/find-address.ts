import { collectCandidates, type Labels } from './candidates'
import { type Found, toFound } from './found'
import type { Layout, Segment } from './layout'
import { textOf } from './word-text'

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

/** Lines of the head of the page from the first that looks like an address to the one with the postal code. */
function addressLines(layout: Layout): Segment[] {
  const page = layout.pages[0]
  const head = (page?.lines ?? []).filter((line) => page && line.box.y < page.page.height * 0.5).slice(0, 14)
  const found: Segment[] = []
  for (const line of head) {
    const [segment] = line.segments
    if (!segment || /\b(?:tel|fax|phone|gst|tax|invoice|date|reg|www|email)\b|@/i.test(segment.text)) {
      if (found.length > 0) break
      continue
    }
    const looksRight = addressWord.test(segment.text) || postalCode.test(segment.text)
    if (looksRight || (found.length > 0 && /,|\d/.test(segment.text))) found.push(segment)
    else if (found.length > 0) break
    if (found.length >= 5) break
  }
  return found
}
