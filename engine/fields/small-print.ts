import { middleOf } from './box'
import { endOfLegalForm } from './company-names'
import type { LayoutPage, Segment } from './layout'
import { toSegment } from './layout'
import type { NameCandidate } from './supplier-names'
import { wordsBetween } from './word-text'

/** Share of the page's height below which small print stands, if it is not among the last lines anyway. */
const footFrom = 0.65
const lastLines = 5

/** What issuers must or do print beside their name at the foot of a paper. */
const registration =
  /registered (?:in|office|no)|company (?:no|number|reg)|VAT (?:reg|no|number|\d)|SIRET|SIREN|RCS|HRB|HRA|Amtsgericht|USt-?Id|IBAN|KvK|BTW|CVR|Org\.?\s?nr|P\.?\s?IVA|\bNIF|\bCIF|CNPJ|\bNIP\b|KRS|IČO|\bABN\b|GSTIN|capital|REA\b|Bankgiro|BE ?0\d{3}/i

const maxNameWords = 6

/** Companies that are named with their registration at the foot of a page, also within a longer line. */
export function listNamesInSmallPrint(page: LayoutPage): NameCandidate[] {
  return page.lines
    .filter(
      (line, at) =>
        middleOf(line.box) > page.page.height * footFrom ||
        at >= Math.max(page.lines.length - lastLines, lastLines),
    )
    .filter((line) => registration.test(line.text))
    .flatMap((line) => line.segments.flatMap(namesIn))
}

function namesIn(segment: Segment): NameCandidate[] {
  const parts = [...segment.text.matchAll(/[^.;·|•–—]*(?:\.(?=\p{L}\.?)[^.;·|•–—]*)*/gu)]
  return parts.flatMap((part) => {
    const end = endOfLegalForm(part[0])
    const start = end === null ? null : startOfName(part[0].slice(0, end))
    if (end === null || start === null) return []
    const place = { start: part.index + start, end: part.index + end }
    const name = segment.text.slice(place.start, place.end).replace(/[\s,;]+$/, '')
    const words = wordsBetween({ words: segment.words, ...place })
    const named = toSegment({ words, pageIndex: segment.pageIndex })
    return [{ segment: named, name, isInSmallPrint: true as const }]
  })
}

/** Names are written with capitals: the run of them that leads to the legal form. */
function startOfName(text: string): number | null {
  const run =
    /(?:[\p{Lu}\d&][\p{L}\d&.'’+-]*[\s,]+(?:(?:de|del|la|of|and|y|e|et|und|du|des|i)\s+)*)+\S*$/u.exec(text)
  if (!run || !/^\p{Lu}/u.test(run[0]) || run[0].trim().split(/\s+/).length > maxNameWords + 1) return null
  return run.index
}
