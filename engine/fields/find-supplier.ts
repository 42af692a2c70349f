import { bottomOf, horizontalOverlap, middleOf } from './box'
import { hitsOf, type Labels } from './candidates'
import { cleanCompanyName, judgeCompanyName } from './company-names'
import { findDates } from './dates'
import { findDomains } from './domains'
import { findSlots } from './find-slots'
import { type Found, toFound } from './found'
import type { Layout, LayoutPage, Segment } from './layout'
import { toTextKey } from './text-key'

type ScoredSegment = { segment: Segment; name: string; score: number }

/** Below this, no text of the page is enough like a name to be called the supplier. */
const minScore = 1.1

/** Who issued the document: the name that place, size, form and web address speak for. */
export function findSupplier({ layout, labels }: { layout: Layout; labels: Labels }): Found<string> | null {
  const [page] = layout.pages
  if (!page) return null
  const customers = segmentsOfCustomer({ layout, labels })
  const named = new Set(segmentsNamedSupplier({ layout, labels }))
  const domains = findDomains(layout.lines.map((line) => line.text).join('\n'))
  const scored = page.lines
    .flatMap((line) => line.segments)
    .map((segment) => scoreSegment({ segment, page, labels, customers, named, domains }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  if (!best || best.score < minScore) return null
  const read = { value: best.name, words: best.segment.words, quality: 1 }
  return toFound({ read, pageIndex: 0, score: Math.min(0.98, 0.35 + best.score / 8) })
}

function scoreSegment({
  segment,
  page,
  labels,
  customers,
  named,
  domains,
}: {
  segment: Segment
  page: LayoutPage
  labels: Labels
  customers: Set<Segment>
  named: Set<Segment>
  domains: string[]
}): ScoredSegment {
  const name = cleanCompanyName(segment.text)
  if (!canBeName({ segment, name, labels })) return { segment, name, score: -1 }
  const evidence = judgeCompanyName(name)
  const matchesDomain = domains.some((domain) => isNameOfDomain({ name, domain }))
  const score =
    (evidence === 'legal-form' ? 2 : evidence === 'business-word' ? 0.8 : 0) +
    1.6 * Math.max(0, 1 - middleOf(segment.box) / page.page.height / 0.4) +
    Math.max(-0.3, Math.min(1.2, (segment.box.height / page.lineHeight - 1) * 0.9)) +
    (matchesDomain ? 1.8 : 0) +
    (named.has(segment) ? 1.6 : 0) +
    (isFirstText({ segment, page }) ? 0.6 : 0) -
    (customers.has(segment) ? 4 : 0) -
    (name.split(' ').length > 7 ? 1.2 : 0) -
    (segment.words.some((word) => word.confidence < 0.5) ? 0.7 : 0)
  return { segment, name, score }
}

const titles =
  /^(?:(?:tax|sales|vat|proforma|commercial|simplified|original|customer|duplicate|copy|cash)?\s*(?:invoice|receipt|bill|copy)|official receipt|statement|estimate|quote|credit (?:note|memo)|factura\b.*|rechnung\b.*|facture\b.*|fattura\b.*|fatura\b.*|factuur\b.*|avoir\b.*|gutschrift\b.*|nota de cr[eé]dito.*|boleta\b.*|recibo\b.*|ticket\b.*|quittung|page \d.*|welcome.*|thank you.*|gracias.*|original\b.*|copy\b.*)$/iu

const addressWord =
  /\b(?:street|str\.?|road|rd\.?|avenue|ave\.?|lane|boulevard|blvd|suite|floor|p\.?o\.? box|jalan|jln|taman|lot|calle|avda|avenida|c\/|plaza|stra(?:ß|ss)e|rue|chemin|via|rua|straat|weg|united states|deutschland|france|españa|kuala lumpur|selangor|johor)\b/iu

function canBeName({ segment, name, labels }: { segment: Segment; name: string; labels: Labels }): boolean {
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  const digits = name.match(/\d/g)?.length ?? 0
  if (letters < 3 || digits > letters || name.length > 70) return false
  if (titles.test(name) || /[@]|www\.|https?:|\.com\b/i.test(segment.text)) return false
  if (findDates({ text: segment.text, order: 'day-first' }).length > 0) return false
  const startsWithLabel = (labels.bySegment.get(segment) ?? []).some((hit) => hit.isAtStart)
  if (startsWithLabel && judgeCompanyName(name) !== 'legal-form') return false
  if (/:$|^\d+[,\s]/.test(segment.text) && judgeCompanyName(name) === 'none') return false
  return !addressWord.test(name) || judgeCompanyName(name) === 'legal-form'
}

function isFirstText({ segment, page }: { segment: Segment; page: LayoutPage }): boolean {
  const first = page.lines.find((line) => line.segments.some((one) => /\p{L}{3}/u.test(one.text)))
  return first?.segments.includes(segment) === true
}

function isNameOfDomain({ name, domain }: { name: string; domain: string }): boolean {
  const key = toTextKey(name)
  const firstWord = toTextKey(name.split(/[\s.,]/)[0] ?? '')
  return key.includes(domain) || domain.includes(key) || (firstWord.length >= 4 && domain.includes(firstWord))
}

/** The block under or beside a label like `Bill to`. */
function segmentsOfCustomer({ layout, labels }: { layout: Layout; labels: Labels }): Set<Segment> {
  const found = new Set<Segment>()
  for (const { hit } of hitsOf({ field: 'customer', labels })) {
    const page = layout.pages[hit.pageIndex]
    if (!page || !hit.isAtStart) continue
    found.add(hit.segment)
    for (const line of page.lines) {
      for (const segment of line.segments) {
        const below = segment.box.y - hit.box.y
        const isNear = below > -0.4 * page.lineHeight && below < 6 * page.lineHeight
        const isBeside = Math.abs(middleOf(segment.box) - middleOf(hit.box)) < page.lineHeight * 0.6
        const isInColumn =
          segment.box.y > bottomOf(hit.box) - page.lineHeight * 0.4 &&
          (horizontalOverlap({ a: hit.box, b: segment.box }) > 0.3 ||
            Math.abs(segment.box.x - hit.box.x) < page.lineHeight * 3)
        const isRight =
          isBeside && segment.box.x > hit.box.x && segment.box.x - hit.box.x < page.page.width * 0.4
        if (isNear && (isInColumn || isRight)) found.add(segment)
      }
    }
  }
  return found
}

function segmentsNamedSupplier({ layout, labels }: { layout: Layout; labels: Labels }): Segment[] {
  const segments = layout.lines.flatMap((line) => line.segments)
  return hitsOf({ field: 'supplier', labels }).flatMap(({ hit }) => {
    const page = layout.pages[hit.pageIndex]
    if (!page || !hit.isAtStart) return []
    const [slot] = findSlots({ hit, page, labelled: labels.bySegment })
    return segments.filter((segment) => segment.words.some((word) => slot?.words.includes(word)))
  })
}
