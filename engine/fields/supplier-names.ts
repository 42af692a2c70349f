import type { Word } from '../readers/reading'
import { bottomOf, horizontalOverlap, rightOf, verticalOverlap } from '../extract/layout/box'
import type { Labels } from './candidates'
import { cleanCompanyName, judgeCompanyName } from './company-names'
import { findDates } from '../extract/values/dates'
import type { LayoutPage, Segment } from '../extract/layout/layout'
import { toSegment } from '../extract/layout/layout'
import { segmentsOf, segmentsWithin } from '../extract/layout/segments-by-height'
import { textOf } from '../extract/layout/word-text'

export type NameCandidate = {
  segment: Segment
  name: string
  /** Named at the foot of the page with its registration: only who issues a paper must say so there. */
  isInSmallPrint?: true
}

/** Everything on a page that could be the name of a company, in order of the page. */
export function listNames({ page, labels }: { page: LayoutPage; labels: Labels }): NameCandidate[] {
  return segmentsOf(page).flatMap((segment) => {
    const whole = withBrokenOffForm({ segment: withSpacedStart({ segment, page }), page })
    const name = cleanCompanyName(textOf(withoutSpecks(wordsWithoutLabel({ segment: whole, labels }))))
    return canBeName({ segment: whole, name, labels }) ? [{ segment: whole, name }] : []
  })
}

/** Names in wide letters have gaps that look like columns: what stands before a legal form belongs to it. */
function withSpacedStart({ segment, page }: { segment: Segment; page: LayoutPage }): Segment {
  if (judgeCompanyName(segment.text) !== 'legal-form') return segment
  const strip = { top: segment.box.y, bottom: bottomOf(segment.box) }
  const start = segmentsWithin({ page, strip }).find((other) => {
    const gap = segment.box.x - rightOf(other.box)
    const isWord =
      /^\p{Lu}{3,}[\p{Lu}\s&.']*$/u.test(other.text) && judgeCompanyName(other.text) !== 'legal-form'
    return (
      isWord &&
      gap > 0 &&
      gap < page.lineHeight * 4 &&
      verticalOverlap({ a: other.box, b: segment.box }) > 0.5
    )
  })
  return start
    ? toSegment({ words: [...start.words, ...segment.words], pageIndex: segment.pageIndex })
    : segment
}

const formAlone =
  /^(?:SDN\.?\s?BHD|BHD|LTD|LIMITED|INC|GMBH|S\.?L|S\.?A|LLC|S\.?R\.?L|B\.?V)(?!\p{L})[\s().\-\d\p{L}]{0,14}$/iu

/** A long name leaves its legal form to the next line. */
function withBrokenOffForm({ segment, page }: { segment: Segment; page: LayoutPage }): Segment {
  if (judgeCompanyName(segment.text) === 'legal-form' || /\d{3}/.test(segment.text)) return segment
  const strip = { top: segment.box.y, bottom: bottomOf(segment.box) + page.lineHeight }
  const rest = segmentsWithin({ page, strip }).find(
    (other) =>
      other.box.y > segment.box.y &&
      other.box.y - bottomOf(segment.box) < page.lineHeight &&
      horizontalOverlap({ a: other.box, b: segment.box }) > 0.8 &&
      formAlone.test(cleanCompanyName(other.text)),
  )
  return rest
    ? toSegment({ words: [...segment.words, ...rest.words], pageIndex: segment.pageIndex })
    : segment
}

/** `Account name: Acme Ltd` names Acme Ltd. */
function wordsWithoutLabel({ segment, labels }: { segment: Segment; labels: Labels }): Word[] {
  const [hit] = labels.bySegment.get(segment) ?? []
  const isNamed = hit?.isAtStart === true && hit.text.endsWith(':') && hit.rest.length > 0
  return isNamed ? hit.rest : segment.words
}

/** Specks of dirt beside a name are read as single letters without confidence. */
function withoutSpecks(words: Word[]): Word[] {
  const isSpeck = (word: Word) => word.text.replace(/\W/g, '').length <= 1 && word.confidence < 0.7
  const first = words.findIndex((word) => !isSpeck(word))
  const last = words.findLastIndex((word) => !isSpeck(word))
  return first < 0 ? [] : words.slice(first, last + 1)
}

const titles =
  /^(?:(?:tax|sales|vat|proforma|commercial|simplified|original|customer|duplicate|copy|cash)?\s*(?:invoice|receipt|bill|copy)|official receipt|statement|estimate|quote|credit (?:note|memo)|factura\b.*|rechnung\b.*|facture\b.*|fattura\b.*|fatura\b.*|factuur\b.*|avoir\b.*|gutschrift\b.*|nota de cr[eé]dito.*|boleta\b.*|recibo\b.*|ticket\b.*|quittung|page \d.*|welcome.*|thanks?\b.*|back|help|menu|home|order details|payment method|co\.? ?(?:reg\.? ?)?no\b.*|gracias.*|original\b.*|copy\b.*)$/iu

const addressWord =
  /\b(?:street|str\.?|road|rd\.?|avenue|ave\.?|lane|boulevard|blvd|suite|floor|flr|p\.?o\.? box|jalan|jln|taman|lot|calle|avda|avenida|c\/|c\. de|plaza|stra(?:ß|ss)e|rue|chemin|via|rua|straat|weg|united states|deutschland|france|españa|kuala lumpur|selangor|johor)\b/iu

function canBeName({ segment, name, labels }: { segment: Segment; name: string; labels: Labels }): boolean {
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  const digits = name.match(/\d/g)?.length ?? 0
  if (letters < 3 || digits > letters || name.length > 70 || formAlone.test(name)) return false
  if (titles.test(name) || /[@_]|www\.|https?:|\.com\b/i.test(segment.text)) return false
  if (findDates({ text: segment.text, order: 'day-first' }).length > 0) return false
  const isCertain = judgeCompanyName(name) === 'legal-form' && /^\P{L}*\p{L}{2,}.*\p{L}{3}/u.test(name)
  const hasLabel = (labels.bySegment.get(segment) ?? []).some((hit) => hit.isAtStart || hit.text.length >= 6)
  if (isCertain) return true
  const isAddress = addressWord.test(name) && (digits > 0 || judgeCompanyName(name) === 'none')
  return !hasLabel && !/:$|^\d+[,\s]/.test(segment.text) && !isAddress
}
