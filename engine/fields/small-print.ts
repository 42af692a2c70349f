import { middleOf } from '../extract/layout/box'
import type { LayoutPage, Segment } from '../extract/layout/layout'
import { toSegment } from '../extract/layout/layout'
import { findLegalForm } from '../extract/values/legal-forms'
import type { NameCandidate } from './supplier-names'
import { wordsBetween } from '../extract/layout/word-text'

/** Share of the page's height below which small print stands, if it is not among the last lines anyway. */
const footFrom = 0.65
const lastLines = 5

/** What issuers must or do print beside their name at the foot of a paper. */
const registration =
  /registered (?:in|office|no)|company (?:no|number|reg)|VAT (?:reg|no|number|\d)|SIRET|SIREN|RCS|HRB|HRA|\bFN \d|Amtsgericht|USt-?Id|\bUID\b|IBAN|KvK|BTW|CVR|Org\.?\s?nr|P\.?\s?IVA|Partita IVA|codice fiscale|\bR\.?E\.?A\b|\bNIF|\bCIF|\bNIT\b|\bRUC\b|\bCUIT\b|\bNIPC\b|\bRFC\b|\bCUI\b|CNPJ|\bNIP\b|KRS|IČO?:|DIČ|\bABN\b|GSTIN|\bVKN\b|adószám|capital\b|Bankgiro|BE ?0\d{3}|CHE-\d|Siège social|Sede (?:legal|social)|Registro Mercantil|owned and operated|trading name|Handelsregister/i

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

type Span = { start: number; end: number }

function namesIn(segment: Segment): NameCandidate[] {
  const withForm = spansWithForm(segment.text)
  const leading = withForm.length === 0 ? spanBeforeRegistration(segment.text) : null
  return [...withForm, ...(leading ? [leading] : [])].map((span) => {
    const name = segment.text.slice(span.start, span.end).replace(/[\s,;]+$/, '')
    const words = wordsBetween({ words: segment.words, ...span })
    const named = toSegment({ words, pageIndex: segment.pageIndex })
    return { segment: named, name, isInSmallPrint: true as const }
  })
}

/** A point ends a sentence or an entry, unless it follows an abbreviation like `Dr.` or belongs to the legal form. */
const breaks = /[;·|•–—]|(?<!(?:^|[^\p{L}])\p{L}{1,3})\.\s/gu

function spansWithForm(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  while (from < text.length) {
    const form = findLegalForm(text.slice(from))
    if (!form) break
    const end = from + form.end
    const before = text.slice(from, from + form.start)
    const lastBreak = [...before.matchAll(breaks)].at(-1)
    const entry = from + (lastBreak ? lastBreak.index + lastBreak[0].length : 0)
    const start = startOfName(text.slice(entry, from + form.start))
    if (start !== null) spans.push({ start: entry + start, end })
    from = end
  }
  return spans
}

/** Names are written with capitals: the run of them before the legal form. */
function startOfName(text: string): number | null {
  const run =
    /(?:[\p{Lu}\d&][\p{L}\d&.'’+-]*(?:[\s,]+|$)(?:(?:de|del|la|of|and|y|e|et|und|du|des|i|ve|a|in)\s+)*)+$/u.exec(
      text,
    )
  if (!run || !/^\p{Lu}/u.test(run[0]) || run[0].trim().split(/\s+/).length > maxNameWords) return null
  return run.index
}

const tradingAs = /^(?:.*\s)?(?:t\/a|trading as|d\/?b\/?a|Inh(?:\.|aber))\s+/iu

/** Those without a legal form stand at the beginning of the line that registers them: `Brett Hollis  ABN 51 …`. */
function spanBeforeRegistration(text: string): Span | null {
  const sign = registration.exec(text)
  if (!sign) return null
  const [entry = ''] = text.slice(0, sign.index).split(/\s?[;·|•–—,]\s|\.\s|\s\(/u)
  // `Acme SARL au capital de …`
  const name = entry.replace(/(?:\s+\p{Ll}[^\s]*)*\s*$/u, '')
  const start = tradingAs.exec(name)?.[0].length ?? 0
  return isCapitalised(name.slice(start)) ? { start, end: name.length } : null
}

function isCapitalised(name: string): boolean {
  const words = name.split(/\s+/)
  const large = words.filter((word) => /^[\p{Lu}&]/u.test(word)).length
  const isShort = words.length >= 2 && words.length <= maxNameWords
  return isShort && /^\p{Lu}/u.test(name) && !/[\d:@]/.test(name) && large * 2 > words.length
}
